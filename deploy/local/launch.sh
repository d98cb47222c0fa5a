# Sourced by the scripts beside it: finds the tree and the JDK, and runs the launcher of the built tree.
tree=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
. "$tree/.mvn/jdk25.sh"

launcher=$tree/deploy/local/target/local-platform.jar

is_built() {
  [ -f "$launcher" ]
}

launch() {
  if ! is_built; then
    echo "The tree is not built yet: deploy/local/up builds it." >&2
    exit 1
  fi
  # Seven JVMs on one machine: each asks the system for little at first, and gives back what it needs no more. The children inherit the first of these.
  export MALLOC_ARENA_MAX=2
  exec "$JAVA_HOME/bin/java" -Xms64m -Xmx256m -XX:+UseSerialGC -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:+UseCompactObjectHeaders \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar "$launcher" "$@" --tree "$tree"
}
