# shellcheck shell=bash
# Finds the programs Motorpool stands on; installs Debian packages when it may, else says exactly what to install.
# MOTORPOOL_NO_INSTALL=1 forbids installing. Exit code 3: something is missing.

MISSING=()

# major_of_jdk <home>: prints the feature release of the JDK there.
major_of_jdk() {
    [[ -x $1/bin/javac ]] || return 1
    local version
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
    [[ -n $version ]] && printf '%s' "$version"
}

find_jdk() {
    local home on_path candidates=("${JAVA_HOME:-}")
    on_path=$(readlink -f "$(command -v javac || true)" || true)
    candidates+=("${on_path%/bin/javac}")
    for home in "${candidates[@]}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/*; do
        if [[ -n $home ]] && (($(major_of_jdk "$home" || echo 0) >= 25)); then
            export JAVA_HOME=$home
            JAVA=$home/bin/java
            return
        fi
    done
    die 3 "没有找到 JDK 25 或更新版本 / no JDK 25 or later" \
        "查找过 JAVA_HOME、PATH、/usr/lib/jvm / looked at JAVA_HOME, PATH and /usr/lib/jvm" \
        "$(jdk_advice)" \
        "装好后再运行，或指定 / then run again, or name one: JAVA_HOME=/path/to/jdk ./motorpool …"
}

jdk_advice() {
    local package
    for package in openjdk-25-jdk-headless temurin-25-jdk; do
        if has_candidate "$package"; then
            printf '请安装 / install: sudo apt-get install -y %s' "$package"
            return
        fi
    done
    printf '%s' "请安装 Temurin 25 / install Temurin 25: https://adoptium.net/installation/linux/ (apt: temurin-25-jdk)"
}

has_candidate() {
    command -v apt-cache >/dev/null && [[ $(candidate_of "$1") == [0-9]* ]]
}

candidate_of() { LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^  Candidate: //p'; }

need() { MISSING+=("$@"); }

# at_least <version> <wanted>: compares dotted numbers.
at_least() { [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]; }

check_openssl() { command -v openssl >/dev/null || need openssl; }

check_maven() {
    if ! command -v mvn >/dev/null; then
        need maven
    elif ! at_least "$(mvn_version)" 3.8.7; then
        die 3 "Maven $(mvn_version) 太旧，需要 3.8.7 以上 / Maven 3.8.7 or later is needed" \
            "请升级到 3.8.7 或更新 / upgrade it to 3.8.7 or later"
    fi
}

mvn_version() { mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*[0-9]\).*/\1/p' | head -n 1; }

# The console is built with Node 20 or later. Some Debian releases offer less; before the first apt-get update nobody knows.
check_node() {
    local version offered
    version=$(node --version 2>/dev/null | tr -d v || true)
    if [[ -n $version ]] && at_least "$version" 20 && command -v npm >/dev/null; then return; fi
    offered=$(candidate_of nodejs | sed 's/^[0-9]*://' || true)
    if [[ -z $version || ${version%%.*} -ge 20 ]] && { [[ $offered != [0-9]* ]] || at_least "$offered" 20; }; then
        need nodejs
        [[ $offered == *nodesource* ]] || need npm
        return
    fi
    die 3 "需要 Node.js 20 以上和 npm，现有 ${version:-无} / Node.js 20 or later with npm is needed, found ${version:-none}" \
        "请安装 / install it from: https://nodejs.org/en/download"
}

check_browser() {
    CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
    [[ -n $CHROMIUM ]] || need chromium
    [[ -n $(fc-list :lang=zh 2>/dev/null | head -n 1) ]] || need fonts-noto-cjk
}

# Sets PG_BIN and PG_MAJOR: the newest server ≥ 15 that has PostGIS, else the newest server.
find_postgres() {
    local bin major
    PG_BIN='' PG_MAJOR=0
    for bin in "${MOTORPOOL_PG_BIN:-}" $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -Vr) "$(pg_config --bindir 2>/dev/null)"; do
        [[ -x $bin/initdb && -x $bin/pg_ctl ]] || continue
        major=$("$bin/initdb" --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')
        ((major >= 15)) || continue
        [[ -n $PG_BIN ]] && ! has_postgis "$bin" "$major" && continue
        PG_BIN=$bin PG_MAJOR=$major
        ! has_postgis "$bin" "$major" || return 0
        [[ $bin != "${MOTORPOOL_PG_BIN:-}" ]] || return 0
    done
    return 0
}

has_postgis() {
    local share=/usr/share/postgresql/$2
    [[ $1 == /usr/lib/postgresql/* ]] || share=$("$1/pg_config" --sharedir 2>/dev/null || true)
    [[ -f $share/extension/postgis.control ]]
}

check_postgres() {
    find_postgres
    if [[ -z $PG_BIN ]]; then
        need "postgresql-$(offered_postgres)" "postgresql-$(offered_postgres)-postgis-3"
    elif ! has_postgis "$PG_BIN" "$PG_MAJOR"; then
        say "PostgreSQL $PG_MAJOR 没有 PostGIS / has no PostGIS"
        need "postgresql-$PG_MAJOR-postgis-3"
    fi
}

# The newest PostgreSQL for which this Debian has PostGIS; 15 when it does not say.
offered_postgres() {
    local major
    major=$(apt-cache search --names-only '^postgresql-[0-9]+-postgis-3$' 2>/dev/null |
        sed -n 's/^postgresql-\([0-9]*\)-postgis-3 .*/\1/p' | sort -n | tail -n 1)
    ((${major:-0} >= 15)) && printf '%s' "$major" || printf '15'
}

# require_tools <check…>: runs the checks, installs what they miss, and runs them again.
require_tools() {
    local check
    find_jdk
    MISSING=()
    for check in "$@"; do $check; done
    ((${#MISSING[@]})) || return 0
    may_install || refuse_install
    say "缺少 / missing: ${MISSING[*]}"
    run_step apt-update "更新软件包目录 / refreshing the package list" no_detail "${ROOT_DO[@]}" apt-get update
    MISSING=()
    for check in "$@"; do $check; done
    install_packages
    MISSING=()
    for check in "$@"; do $check; done
    ((${#MISSING[@]} == 0)) || refuse_install
}

# Root, or sudo without a password, on a machine with apt.
may_install() {
    ROOT_DO=(env DEBIAN_FRONTEND=noninteractive)
    [[ -z ${MOTORPOOL_NO_INSTALL:-} ]] && command -v apt-get >/dev/null || return 1
    ((EUID == 0)) && return
    ROOT_DO=(sudo -n "${ROOT_DO[@]}")
    sudo -n true 2>/dev/null
}

refuse_install() {
    die 3 "缺少软件包 / missing packages: ${MISSING[*]}" \
        "请运行 / please run:" \
        "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${MISSING[*]}"
}

# Debian's server package would create and start a cluster "main" of its own; a drop-in forbids that during our install.
install_packages() {
    local drop_in=/etc/postgresql-common/createcluster.d/motorpool-launcher.conf
    local script="
        if [ ! -e /usr/bin/pg_createcluster ]; then
            mkdir -p ${drop_in%/*}
            trap 'rm -f $drop_in' EXIT
            echo 'create_main_cluster = false' > $drop_in
        fi
        apt-get install -y --no-install-recommends ${MISSING[*]}"
    run_step apt-install "安装 / installing ${MISSING[*]}" last_package "${ROOT_DO[@]}" sh -ec "$script"
}

last_package() { grep -aE '^(Get|Unpacking|Setting up)' "$1" 2>/dev/null | tail -n 1 | cut -c 1-60 || true; }
