"""A program that asks the dashboard over HTTP, with the standard library alone."""

import json
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode

from tests.web.conftest import TOKEN, Dashboard

PROBLEM = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def problem(self) -> tuple[int, str]:
        """The status and the detail of a problem document, which it has to be."""
        assert self.headers["content-type"] == PROBLEM, self.body
        assert set(self.json) == {"type", "title", "status", "detail", "instance"}
        assert self.json["status"] == self.status
        assert self.headers["cache-control"] == "no-store"
        return self.status, self.json["detail"]


@dataclass(frozen=True, slots=True)
class Program:
    """One that knows the launch token, unless it is told another."""

    dashboard: Dashboard
    token: str = TOKEN

    def get(self, path: str, /, **values: Any) -> Answer:
        query = f"?{urlencode(values, doseq=True)}" if values else ""
        return self.send("GET", path + query)

    def query(self, text: str, **parameters: Any) -> Answer:
        return self.post({"query": text, "parameters": parameters})

    def post(self, body: Any) -> Answer:
        given = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.send("POST", "/api/query", given, {"content-type": "application/json"})

    def send(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.dashboard.port, timeout=30)
        sent = {"authorization": f"Bearer {self.token}"} if self.token else {}
        try:
            connection.request(method, path, body, sent | (headers or {}))
            got = connection.getresponse()
            named = {name.lower(): value for name, value in got.getheaders()}
            return Answer(got.status, named, got.read())
        finally:
            connection.close()
