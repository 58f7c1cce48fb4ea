# shellcheck shell=bash
# bench: the codec alone, or a real assembly under load or over a national register, with a state folder of its own that is made
# anew each time.

# Benchmark by name, and the folder whose bench.jar runs it. The last line on stdout is the result in JSON.
declare -A BENCHMARKS=([decode]=telematics-ingest/bench [gateway]=telematics-ingest/bench [booking]=dispatch/bench
    [compliance]=dispatch/bench [planner]=planner/bench)

cmd_bench() {
    local name=${1:-} module
    module=${BENCHMARKS[${name:-none}]:-}
    [[ -n $module ]] ||
        die 2 "没有名为 「$name」 的基准测试 / no benchmark '$name'" "现有 / there are: ${!BENCHMARKS[*]}"
    find_jdk
    if ! bench_built "$module"; then
        prepare_state
        require_tools check_maven
        build_bench "$module" >&2
    fi
    BENCH=("$JAVA" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
    BENCH_JAR=$REPO/$module/target/bench.jar
    case $name in
        gateway) bench_gateway "$@" ;;
        booking | compliance) bench_standalone "$@" ;;
        planner) if [[ " $* " == *" --http "* ]]; then bench_planner_http "$@"; else exec "${BENCH[@]}" -jar "$BENCH_JAR" "$@"; fi ;;
        *) exec "${BENCH[@]}" -jar "$BENCH_JAR" "$@" ;;
    esac
}

# bench_gateway gateway [options]
bench_gateway() {
    choose_assemblies "$@"
    bench_assemblies
    bench_result
}

# bench_standalone booking|compliance [options]
bench_standalone() {
    ASSEMBLIES=(standalone) BENCH_OPTIONS=("$@")
    bench_assemblies
    bench_result
}

# bench_planner_http planner --http [options]: the planner alone, as it is deployed; without Kafka, which nobody needs for it.
bench_planner_http() {
    BENCH+=(-Xmx512m -XX:+UseSerialGC -jar "$BENCH_JAR")
    "${BENCH[@]}" "$@" >/dev/null || exit $?
    use_state "$STATE/bench"
    prepare_state
    claim_launcher
    trap 'exit 130' INT TERM HUP
    trap end_bench EXIT
    require_tools check_openssl check_maven
    build_planner >&2
    clear_state
    prepare_state
    prepare_keys
    export_keys
    use_http_host 127.0.0.1
    export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1
    QUARKUS_HTTP_PORT=$(free_port_from 28082)
    export MOTORPOOL_BENCH_LOG=$LOGS/planner-http.log
    app_command planner
    setsid "${BENCH[@]}" "$@" -- "${APP_COMMAND[@]}" </dev/null >"$LOGS/bench-planner-http.json" &
    remember_process bench $!
    local rc=0
    wait $! || rc=$?
    forget bench
    ((rc == 0)) || die "$rc" "失败 / failed" "日志 / log: $MOTORPOOL_BENCH_LOG"
    tail -n 1 "$LOGS/bench-planner-http.json"
}

# The real assemblies one after the other, after the options were read once without any.
bench_assemblies() {
    local assembly
    BENCH+=(-Xmx512m -XX:+UseSerialGC -jar "$BENCH_JAR")
    "${BENCH[@]}" "${BENCH_OPTIONS[@]}" >&2 || exit $?
    use_state "$STATE/bench"
    prepare_state
    claim_launcher
    trap 'exit 130' INT TERM HUP
    trap end_bench EXIT
    require_tools check_openssl check_maven check_node check_postgres
    build_all >&2
    for assembly in "${ASSEMBLIES[@]}"; do bench_assembly "$assembly"; done
}

# Takes --assembly out of the options: both means one after the other.
choose_assemblies() {
    ASSEMBLIES=(standalone) BENCH_OPTIONS=()
    while (($#)); do
        case $1=${2:-} in
            --assembly=standalone | --assembly=distributed) ASSEMBLIES=("$2") && shift ;;
            --assembly=both) ASSEMBLIES=(standalone distributed) && shift ;;
            --assembly=*) die 2 "--assembly ${2:-}: standalone | distributed | both" ;;
            *) BENCH_OPTIONS+=("$1") ;;
        esac
        shift
    done
}

bench_assembly() {
    local assembly=$1 rc=0 choice=(--assembly "$1")
    [[ ${BENCH_OPTIONS[0]} == gateway ]] || choice=()
    stop_all
    clear_state
    prepare_state
    prepare_keys
    start_postgres durable
    create_database motorpool
    export_bench_environment "$assembly"
    "prepare_bench_$assembly"
    setsid "${BENCH[@]}" "${BENCH_OPTIONS[@]}" "${choice[@]}" -- "${APP_COMMAND[@]}" \
        </dev/null >"$LOGS/bench-$assembly.json" &
    remember_process bench $!
    wait $! || rc=$?
    forget bench
    ((rc == 0)) || die "$rc" "$assembly：失败 / failed" "日志 / log: $MOTORPOOL_BENCH_LOG"
}

# Ports that nobody else has, and only this machine can connect.
export_bench_environment() {
    use_http_host 127.0.0.1
    HTTP_PORT=$(free_port_from 28080)
    JT808_PORT=$(free_port_from 26808)
    export_environment false
    MOTORPOOL_BENCH_POSTGRES_PID=$(as_postgres head -n 1 "$(cluster)/data/postmaster.pid")
    export QUARKUS_HTTP_PORT=$HTTP_PORT MOTORPOOL_TELEMATICS_GATEWAY_HOST=127.0.0.1
    export MOTORPOOL_TELEMATICS_GATEWAY_UDP=true
    export MOTORPOOL_BENCH_LOG=$LOGS/${BENCH_OPTIONS[0]}-$1.log MOTORPOOL_BENCH_POSTGRES_PID MOTORPOOL_BENCH_KAFKA_PID=
    rm -f "$MOTORPOOL_BENCH_LOG"
}

prepare_bench_standalone() {
    standalone_environment
    app_command standalone
}

prepare_bench_distributed() {
    build_broker >&2
    start_kafka
    MOTORPOOL_BENCH_KAFKA_PID=$(pid_of kafka)
    TELEMATICS_PORT=$HTTP_PORT
    distributed_environment
    app_command telematics-ingest
}

bench_result() {
    local runs=() assembly
    for assembly in "${ASSEMBLIES[@]}"; do runs+=("$(tail -n 1 "$LOGS/bench-$assembly.json")"); done
    if ((${#runs[@]} == 1)); then
        printf '%s\n' "${runs[0]}"
    else
        printf '{"benchmark":"gateway","runs":[%s,%s]}\n' "${runs[@]}"
    fi
}

end_bench() {
    local rc=$?
    trap '' INT TERM HUP
    set +e
    stop_all
    clear_state
    release_launcher
    exit "$rc"
}
