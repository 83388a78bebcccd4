"""Stopping a thread of the Java in this process, by the tool interface that every JVM has."""

import ctypes
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

# Places in the tables of functions, as the specifications of JNI and JVM TI number them.
_GET_ENV: Final = 6
_ALL_THREADS, _SUSPEND, _RESUME, _STOP, _DEALLOCATE, _ADD_CAPABILITIES = 3, 4, 5, 6, 46, 141
_PUSH_FRAME, _POP_FRAME, _CLASS_OF, _METHOD, _FIND_CLASS = 19, 20, 31, 33, 6
_NEW_OBJECT, _CALL_LONG, _NEW_STRING, _EXCEPTION_CLEAR = 30, 54, 167, 17
_JNI, _JVM_TI = 0x00010006, 0x30010200
# Byte and bit of `can_signal_thread` and `can_suspend`.
_MAY: Final = ((1, 1 << 2), (2, 1 << 4))
_REFERENCES: Final = 1024
_Pointer = ctypes.c_void_p


class JavaThreads:
    """The threads of the one Java that runs in this process.

    Args:
        library: The file of the JVM, already loaded.

    Raises:
        OSError: There is no Java here, or it does not let threads be stopped.

    """

    def __init__(self, library: Path) -> None:
        machine, count = _Pointer(), ctypes.c_int()
        try:
            found = ctypes.CDLL(str(library)).JNI_GetCreatedJavaVMs
        except AttributeError as error:
            raise OSError(f"{library.name} is no Java") from error
        _check(found(ctypes.byref(machine), 1, ctypes.byref(count)))
        if not count.value:
            raise OSError("No Java runs in this process")
        self._machine = machine
        self._tools = self._environment(_JVM_TI)
        wanted = (ctypes.c_uint8 * 16)()
        for byte, bit in _MAY:
            wanted[byte] = bit
        _check(_call(self._tools, _ADD_CAPABILITIES, ctypes.cast(wanted, _Pointer)))

    def stop(self, thread: int, error: str, said: str, where: Callable[[], bool]) -> bool:
        """Have an error raised where a thread is now; False when it was not.

        Args:
            thread: Its id, as Java gives it.
            error: The class of the error, with slashes; made from one text.
            said: That text.
            where: Asked while the thread is held still: whether an error may come from there.

        """
        java = self._environment(_JNI)
        _check(_call(java, _PUSH_FRAME, ctypes.c_int(_REFERENCES)))
        try:
            raised = _new(java, error, said)
            found = [one for one in self._all() if _id(java, one) == thread]
            return bool(found) and self._stopped(found[0], raised, where)
        finally:
            _call(java, _EXCEPTION_CLEAR, result=None)
            _call(java, _POP_FRAME, _Pointer(), result=_Pointer)

    def _stopped(self, thread: _Pointer, raised: _Pointer, where: Callable[[], bool]) -> bool:
        if _call(self._tools, _SUSPEND, thread):
            return False
        try:
            return where() and _call(self._tools, _STOP, thread, raised) == 0
        finally:
            _call(self._tools, _RESUME, thread)

    def _environment(self, version: int) -> _Pointer:
        found = _Pointer()
        _check(_call(self._machine, _GET_ENV, ctypes.byref(found), ctypes.c_int(version)))
        return found

    def _all(self) -> Iterator[_Pointer]:
        count, listed = ctypes.c_int(), _Pointer()
        _check(_call(self._tools, _ALL_THREADS, ctypes.byref(count), ctypes.byref(listed)))
        try:
            threads = ctypes.cast(listed, ctypes.POINTER(_Pointer))
            yield from (_Pointer(threads[place]) for place in range(count.value))
        finally:
            _call(self._tools, _DEALLOCATE, listed)


def _new(java: _Pointer, name: str, said: str) -> _Pointer:
    class_ = _call(java, _FIND_CLASS, name.encode(), result=_Pointer)
    if class_ is None:  # to go on with it would end the process
        raise OSError(f"Java has no class {name}")
    made_by = (b"<init>", b"(Ljava/lang/String;)V")
    maker = _call(java, _METHOD, _Pointer(class_), *made_by, result=_Pointer)
    text = _call(java, _NEW_STRING, said.encode(), result=_Pointer)
    given = (ctypes.c_int64 * 1)(text)
    parts = (_Pointer(class_), _Pointer(maker), ctypes.cast(given, _Pointer))
    return _Pointer(_call(java, _NEW_OBJECT, *parts, result=_Pointer))


def _id(java: _Pointer, thread: _Pointer) -> int:
    class_ = _call(java, _CLASS_OF, thread, result=_Pointer)
    asked = _call(java, _METHOD, _Pointer(class_), b"threadId", b"()J", result=_Pointer)
    number: int = _call(
        java, _CALL_LONG, thread, _Pointer(asked), _Pointer(), result=ctypes.c_int64
    )
    return number


def _call(table: _Pointer, place: int, *given: Any, result: Any = ctypes.c_int) -> Any:
    """Call a function of a table; bytes, references and numbers as they are."""
    functions = ctypes.cast(
        ctypes.cast(table, ctypes.POINTER(_Pointer))[0], ctypes.POINTER(_Pointer)
    )
    kinds = [ctypes.c_char_p if isinstance(one, bytes) else _kind(one) for one in given]
    return ctypes.CFUNCTYPE(result, _Pointer, *kinds)(functions[place])(table, *given)


def _kind(given: Any) -> Any:
    return ctypes.c_int if isinstance(given, ctypes.c_int) else _Pointer


def _check(code: int) -> None:
    if code:
        raise OSError(f"Java says {code}")
