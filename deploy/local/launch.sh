# Sourced by the scripts beside it: finds the tree and the JDK, and runs the launcher of the built tree.
tree=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
. "$tree/.mvn/jdk25.sh"

launcher=$tree/deploy/local/target/local-platform.jar
# The classes of a start, as the JVM keeps them for the next one.
classes=$tree/deploy/local/target/start-caches/launcher.jsa

is_built() {
  [ -f "$launcher" ]
}

run_launcher() {
  # Seven JVMs on one machine: each asks the system for little at first, and gives back what it needs no more. The children inherit the first of these.
  export MALLOC_ARENA_MAX=2
  # The optimizing compiler waits ten times longer than it would, else a third of this JVM's start is its work. What the store does all the time it compiles soon enough.
  exec "$JAVA_HOME/bin/java" -Xms64m -Xmx256m -XX:+UseSerialGC -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:+UseCompactObjectHeaders \
    -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "$@" --tree "$tree"
}

launch() {
  if ! is_built; then
    echo "The tree is not built yet: deploy/local/up builds it." >&2
    exit 1
  fi
  # The JVM does without classes of another build or JDK, and need not say so.
  if [ -f "$classes" ]; then
    run_launcher "-XX:SharedArchiveFile=$classes" -Xlog:cds=off -Xlog:cds+dynamic=off -Xlog:aot=off -jar "$launcher" "$@"
  else
    run_launcher -jar "$launcher" "$@"
  fi
}
