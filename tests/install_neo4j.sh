#!/bin/sh
# Put Neo4j's published jars and those of its cypher-shell (the version in tests/neo4j/pom.xml) into
# .neo4j/, for the tests: through Maven, which comes through apt where we may. Without it the tests of
# Neo4j are skipped, except in CI.
set -u
cd "$(dirname "$0")/.." || exit 1
version=$(sed -n 's:.*<neo4j.version>\(.*\)</neo4j.version>.*:\1:p' tests/neo4j/pom.xml)
server=.neo4j/$version
shell=.neo4j/cypher-shell-$version

missing() {
    echo "$1; the tests of Neo4j need it. Install Maven and Java (for example: sudo apt-get install maven), then run make test again." >&2
    [ "${CI:-}" = true ] && exit 1
    exit 0
}

# fetch POM FOLDER: what a pom names and needs, whole or not at all.
fetch() {
    [ -d "$2" ] && return
    rm -rf "$2.part"
    mvn -B -q -f "$1" "-Dneo4j.version=$version" dependency:copy-dependencies -DincludeScope=runtime \
        -DoutputDirectory="$PWD/$2.part" >&2 || missing "Maven could not fetch $2"
    mv "$2.part" "$2"
}

[ -d "$server" ] && [ -d "$shell" ] && exit 0
if ! command -v mvn >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Maven through apt for the tests of Neo4j" >&2
    apt-get update -qq && apt-get install -y -qq --no-install-recommends maven default-jre-headless >/dev/null
fi
command -v mvn >/dev/null 2>&1 || missing "No Maven found"
fetch tests/neo4j/pom.xml "$server"
fetch tests/clients/pom.xml "$shell"
