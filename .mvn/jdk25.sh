# Sourced by ./mvnw and deploy/local/up: exports JAVA_HOME, a JDK 25, or says what is missing and exits. JAVA_HOME if it is a 25 already, else the first 25
# in the usual places.
is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release" 2>/dev/null
}
find_jdk_25() {
  java_on_path=$(command -v javac 2>/dev/null) && java_on_path=$(readlink -f "$java_on_path" 2>/dev/null) &&
    java_on_path=${java_on_path%/bin/javac} || java_on_path=
  for candidate in "${JAVA_HOME-}" "${JDK_25_HOME-}" "${JAVA_HOME_25_X64-}" "$java_on_path" \
    /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /opt/java/* /opt/*jdk* /usr/local/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk_25 "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}
if ! JAVA_HOME=$(find_jdk_25); then
  echo "A JDK 25 is needed and none was found: install one (https://adoptium.net/temurin/releases/?version=25) or set JDK_25_HOME to it." >&2
  exit 1
fi
export JAVA_HOME
