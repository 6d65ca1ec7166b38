# What the scripts share; sourced, not run. The script that sources it has set $root.

# A JDK's major version, read from its release file: starting a JVM only to ask would double a start.
major() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# find_jdk PROGRAM: sets java_home to the first JDK 21 or newer that has bin/PROGRAM; the java on the path may be older.
find_jdk() {
  local program=$1 on_path home version
  on_path=$(command -v java 2>/dev/null) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/java}
  for home in "${ALVH_JAVA_HOME:-}" "${JAVA_HOME:-}" "${on_path:-}" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
      "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] && [ -x "$home/bin/$program" ] || continue
    version=$(major "$home") || continue
    [ "${version:-0}" -ge 21 ] && { java_home=$home; return 0; }
  done
  printf 'No JDK 21 or newer was found (looked in ALVH_JAVA_HOME, JAVA_HOME, the path and the usual folders): install one, for example Temurin 25, or set ALVH_JAVA_HOME.\n' >&2
  exit 2
}

# The folder of Maven's repository, in Maven's own words: settings files, .mvn, MAVEN_OPTS and MAVEN_ARGS can move it. Its
# core says it before it looks for a goal, so no plugin is needed and nothing is downloaded. Fails when it says nothing.
maven_repository() {
  local folder
  folder=$( (cd "$root" && mvn -B -X -o -N 2>/dev/null || true) | sed $'s/\x1b\\[[0-9;]*m//g' | tr -d '\r' \
    | sed -n -e 's/^.*Using local repository at //p' -e 's/^.*Using manager .*LocalRepositoryManager with priority [0-9.]* for //p' | head -1)
  [ -n "$folder" ] && printf '%s' "$folder"
}

# Everything that decides where the repository is, as one number: while it stays, an answer may be remembered.
maven_inputs() {
  local mvn
  mvn=$(readlink -f "$(command -v mvn 2>/dev/null)" 2>/dev/null) || mvn=
  { printf '%s\n' "$mvn" "${HOME:-}" "${MAVEN_OPTS:-}" "${MAVEN_ARGS:-}"
    cat "$root"/.mvn/* "${mvn%/bin/mvn}/conf/settings.xml" "${HOME:-}/.m2/settings.xml" "${HOME:-}/.mavenrc" /etc/mavenrc 2>/dev/null || true
  } | cksum
}

checksum() { if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d' ' -f1; }
