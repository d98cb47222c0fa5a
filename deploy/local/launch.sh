# Sourced by the scripts beside it: finds the tree and the JDK, and runs the launcher of the built tree.
tree=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
. "$tree/.mvn/jdk25.sh"

launch() {
  if [ ! -f "$tree/deploy/local/target/local-platform.jar" ]; then
    echo "The tree is not built yet: deploy/local/up builds it." >&2
    exit 1
  fi
  exec "$JAVA_HOME/bin/java" -Xmx384m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -jar "$tree/deploy/local/target/local-platform.jar" "$@" --tree "$tree"
}
