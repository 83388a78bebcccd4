#!/bin/sh
# Put Neo4j's published jars (the version in tests/neo4j/pom.xml) into .neo4j/, for the tests: through
# Maven, which comes through apt where we may. Without it the tests of Neo4j are skipped, except in CI.
set -u
cd "$(dirname "$0")/.." || exit 1
pom=tests/neo4j/pom.xml
version=$(sed -n 's:.*<neo4j.version>\(.*\)</neo4j.version>.*:\1:p' "$pom")
jars=.neo4j/$version

missing() {
    echo "$1; the tests of Neo4j need it. Install Maven and Java (for example: sudo apt-get install maven), then run make test again." >&2
    [ "${CI:-}" = true ] && exit 1
    exit 0
}

[ -d "$jars" ] && exit 0
if ! command -v mvn >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Maven through apt for the tests of Neo4j" >&2
    apt-get update -qq && apt-get install -y -qq --no-install-recommends maven default-jre-headless >/dev/null
fi
command -v mvn >/dev/null 2>&1 || missing "No Maven found"
rm -rf "$jars.part"
mvn -B -q -f "$pom" dependency:copy-dependencies -DincludeScope=runtime \
    -DoutputDirectory="$PWD/$jars.part" >&2 || missing "Maven could not fetch Neo4j $version"
mv "$jars.part" "$jars"
