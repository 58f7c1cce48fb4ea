# shellcheck shell=bash
# Builds with Maven, only when a source is newer than the last successful build.

BUILT=$REPO/target/launcher
SIMULATOR=$REPO/telematics-ingest/simulator/target
ARTIFACTS=("$REPO/dispatch/standalone/target/quarkus-app/quarkus-run.jar"
    "$REPO/dispatch/app/target/quarkus-app/quarkus-run.jar"
    "$REPO/telematics-ingest/app/target/quarkus-app/quarkus-run.jar"
    "$REPO/planner/app/target/quarkus-app/quarkus-run.jar"
    "$REPO/mobile-api/target/quarkus-app/quarkus-run.jar"
    "$SIMULATOR/telematics-simulator.jar")

# Only what goes into an artifact counts: neither tests nor the launcher, nor what a build writes itself.
newer_source() {
    local stamp=$1
    shift
    find "$@" \( -name target -o -name node_modules -o -name .git -o -name .motorpool -o -path '*/src/test' \
        -o -path '*/src/main/launcher' -o -name package-lock.json -o -name '*.md' -o -name '*.tsbuildinfo' \) -prune \
        -o -type f \( -name pom.xml -o -path '*/src/*' -o -path '*/console/*' \) -newer "$stamp" -print -quit
}

all_built() {
    local artifact
    for artifact in "${ARTIFACTS[@]}"; do [[ -f $artifact ]] || return 1; done
    [[ -f $BUILT/all && -z $(newer_source "$BUILT/all" "$REPO") ]]
}

simulator_built() {
    [[ -f $BUILT/simulator && -f $SIMULATOR/telematics-simulator.jar ]] &&
        [[ -z $(newer_source "$BUILT/simulator" "$REPO/pom.xml" "$REPO/telematics-ingest") ]]
}

build_all() {
    if [[ -n ${MOTORPOOL_SKIP_BUILD:-} ]]; then
        require_artifacts
        return
    fi
    ! all_built || return 0
    lock_build
    if ! all_built; then
        touch "$BUILT/all.begun"
        maven_package all
        mark_built
    fi
    unlock_build
}

# A stamp carries the time the build began: a source saved while it ran is built next time.
mark_built() {
    mv "$BUILT/all.begun" "$BUILT/all"
    touch -r "$BUILT/all" "$BUILT/simulator" "$BUILT/telematics-ingest-bench" "$BUILT/dispatch-bench" "$BUILT/planner-bench"
}

build_simulator() {
    lock_build
    if ! simulator_built; then
        touch "$BUILT/simulator.begun"
        maven_package simulator -pl telematics-ingest/simulator -am
        mv "$BUILT/simulator.begun" "$BUILT/simulator"
    fi
    unlock_build
}

bench_built() {
    local module=$1
    local stamp=$BUILT/${module%%/*}-bench
    [[ -f $stamp && -f $REPO/$module/target/bench.jar ]] &&
        [[ -z $(newer_source "$stamp" "$REPO/pom.xml" "$REPO/${module%%/*}") ]]
}

planner_built() {
    [[ -f $BUILT/planner && -f $REPO/planner/app/target/quarkus-app/quarkus-run.jar ]] &&
        [[ -z $(newer_source "$BUILT/planner" "$REPO/pom.xml" "$REPO/planner") ]]
}

build_planner() {
    [[ -z ${MOTORPOOL_SKIP_BUILD:-} ]] || return 0
    lock_build
    if ! planner_built; then
        touch "$BUILT/planner.begun"
        maven_package planner -pl planner/app -am
        mv "$BUILT/planner.begun" "$BUILT/planner"
    fi
    unlock_build
}

build_bench() {
    local module=$1
    local stamp=$BUILT/${module%%/*}-bench
    lock_build
    if ! bench_built "$module"; then
        touch "$stamp.begun"
        maven_package bench -pl "$module" -am
        mv "$stamp.begun" "$stamp"
    fi
    unlock_build
}

require_artifacts() {
    local artifact
    for artifact in "${ARTIFACTS[@]}"; do
        [[ -f $artifact ]] || die 1 "尚未构建 / not built: $artifact" "不设 MOTORPOOL_SKIP_BUILD 再运行 / run without MOTORPOOL_SKIP_BUILD"
    done
}

# One Maven at a time in this tree. The lock lasts as long as Maven itself, even when its launcher is killed.
lock_build() {
    mkdir -p "$BUILT"
    exec 9>"$BUILT/lock"
    flock -n 9 && return
    say "等待另一个构建 / waiting for another build of this tree"
    flock 9
}

unlock_build() { exec 9>&-; }

maven_package() {
    local name=$1
    shift
    use_maven
    run_step "build-$name" "构建 / building" current_module \
        mvn -B -ntp -f "$REPO/pom.xml" -Dmaven.test.skip=true -Dspotless.check.skip=true \
        package "$@"
}

# Silences warnings about Maven's own libraries on a current JDK.
use_maven() {
    export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
}

current_module() {
    sed -n 's/^\[INFO\] Building \(.*\) [0-9][^ ]* *\(\[[0-9]*\/[0-9]*\]\)$/\2 \1/p' "$1" 2>/dev/null | tail -n 1
}
