# shellcheck shell=bash
# demo · up · down · status · decode · terminal

cmd_demo() { run_assembly demo "$@" --demo; }

cmd_up() { run_assembly up --detach "$@"; }

# run_assembly <command> [--distributed] [--demo] [--detach]
run_assembly() {
    local command=$1 mode=standalone demo=false detach=false
    shift
    while (($#)); do
        case $1 in
            --distributed) mode=distributed ;;
            --demo) demo=true ;;
            --detach) detach=true ;;
            *) usage_error "./motorpool $command: 未知选项 / unknown option $1" ;;
        esac
        shift
    done
    prepare_state
    ! already_running "$mode demo=$demo" || return 0
    claim_launcher
    trap 'exit 130' INT TERM HUP
    trap give_up EXIT
    start_assembly "$mode" "$demo"
    announce "$demo"
    if [[ $detach == true ]]; then
        trap - EXIT INT TERM HUP
        release_launcher
    else
        watch_assembly "$mode"
    fi
}

already_running() {
    local mode
    [[ -f $RUN/mode ]] || return 1
    mode=$(<"$RUN/mode")
    alive "$(main_process "$mode")" || return 1
    [[ $mode == "$1" ]] || die 1 "正在以另一种方式运行（$mode）/ already running as: $mode" \
        "先运行 / first run: ./motorpool down"
    say "已在运行 / already running"
    revive_stores "$mode"
    restore_ports
    announce "${1##*=}"
}

# A store that died comes back; the applications find it by themselves.
revive_stores() {
    [[ -n ${PG_BIN:-} ]] || find_postgres
    start_postgres durable
    [[ $1 != distributed* ]] || { find_jdk && start_kafka; }
}

main_process() { [[ $1 == standalone* ]] && printf standalone || printf dispatch; }

start_assembly() {
    local mode=$1 demo=$2
    require_tools check_openssl check_maven check_node check_postgres
    stop_all
    require_free_ports "$mode"
    build_all
    [[ $mode == standalone ]] || build_broker
    prepare_keys
    start_postgres durable
    create_database "$(database_name "$demo")"
    export_environment "$demo"
    "start_$mode"
    if [[ $demo == true && ${MOTORPOOL_SIMULATOR:-on} != off ]]; then
        [[ $mode == standalone ]] && start_simulator "$HTTP_PORT" || start_simulator "$MOBILE_PORT"
    fi
    printf '%s' "$mode demo=$demo" >"$RUN/mode"
    printf '%s ' "$HTTP_PORT" "$MOBILE_PORT" "$PLANNER_PORT" "$TELEMATICS_PORT" "$JT808_PORT" "$HTTP_HOST" >"$RUN/ports"
}

restore_ports() {
    local host
    read -r HTTP_PORT MOBILE_PORT PLANNER_PORT TELEMATICS_PORT JT808_PORT host <"$RUN/ports" || true
    use_http_host "${host:-127.0.0.1}"
}

announce() {
    printf '\n  控制台 / console   http://%s:%s/\n' "$CALL_HOST" "$HTTP_PORT"
    printf '  JT/T 808 终端接入 / terminals   %s\n' "$(terminal_address "$1")"
    if [[ $1 == true ]]; then
        printf '  账号 / accounts (密码 / password: demo)\n'
        printf '    %-14s %s\n' requester '用车申请人 / asks for vehicles' approver '审批人 / approves' \
            dispatcher '调度员，全国范围 / dispatches, all regions' fleet-officer '车管员 / keeps the fleet' \
            driver '驾驶员 / drives' supervisor '监管员，全国范围 / oversees, all regions'
    fi
    printf '  停止 / stop   ./motorpool down\n  状态 / status   ./motorpool status\n\n'
}

# terminal_address <demo>: a demo's gateway listens where its console does, a real one on every interface.
terminal_address() {
    if [[ $1 == true && $HTTP_HOST != 0.0.0.0 ]]; then
        printf '%s:%s' "$HTTP_HOST" "$JT808_PORT"
    else
        printf 'TCP %s，所有网络接口 / all interfaces' "$JT808_PORT"
    fi
}

# In the foreground until Ctrl-C, ./motorpool down, or the end of the application.
watch_assembly() {
    local main started=$SECONDS
    main=$(main_process "$1")
    trap 'exit 0' INT TERM HUP
    say "按 Ctrl-C 停止 / press Ctrl-C to stop"
    while alive "$main"; do
        [[ ! -t 2 ]] || tick "运行中 / running" $((SECONDS - started)) "$(tail -n 1 "$LOGS/simulator.log" 2>/dev/null)"
        sleep 2
    done
    end_tick
    [[ ! -f $RUN/mode ]] || show_failure "$main 意外退出 / ended unexpectedly" "$LOGS/$main.log"
}

# However the launcher ends before it has handed over, nothing it started stays.
give_up() {
    local rc=$?
    trap '' INT TERM HUP
    set +e
    end_tick
    stop_all
    release_launcher
    say "已全部停止 / everything is stopped"
    exit "$rc"
}

cmd_down() {
    (($# == 0)) || usage_error "./motorpool down: 不带参数 / takes no arguments"
    stop_launcher
    take_down "$STATE"
    (take_down_abandoned)
    say "没有任何进程在运行 / nothing is running"
}

take_down() {
    use_state "$1"
    [[ -d $RUN ]] || return 0
    mkdir -p "$LOGS"
    stop_all
    ! anything_running || die 1 "仍有进程没有停止 / something still runs" "./motorpool status"
}

# What a test run or a benchmark that was killed left: its own state and those of the assemblies that it started.
take_down_abandoned() {
    local base=$STATE run
    for run in "$base"/{test,bench}/run "$base"/suite-*/run "$base"/test/suite-*/run; do
        [[ -d $run ]] || continue
        use_state "${run%/run}"
        alive launcher || take_down "$STATE"
    done
}

# A demo in the foreground ends itself, with all it started, when it is told to.
stop_launcher() {
    alive launcher || return 0
    local pid deadline=$((SECONDS + 60))
    pid=$(pid_of launcher)
    say "结束前台的 motorpool / ending the motorpool in the foreground ($pid)"
    kill -TERM "$pid"
    while alive launcher && ((SECONDS < deadline)); do sleep 0.3; done
}

cmd_status() {
    (($# == 0)) || usage_error "./motorpool status: 不带参数 / takes no arguments"
    local name up=1
    [[ ! -f $RUN/mode ]] || printf '方式 / mode: %s\n' "$(<"$RUN/mode")"
    for name in "${PROCESSES[@]}"; do
        ! alive "$name" || { up=0 && report "$name" "pid $(pid_of "$name")"; }
    done
    find_postgres
    if [[ -n $PG_BIN ]] && postgres_running; then
        up=0
        report PostgreSQL "127.0.0.1:$(<"$RUN/postgres.port") · $(cluster)"
    fi
    ((up == 0)) || { printf '没有运行 / not running\n' && exit 3; }
    [[ ! -f $RUN/ports ]] || { restore_ports && report_health; }
}

report() { printf '  %-18s %s\n' "$1" "$2"; }

report_health() {
    local pair
    for pair in standalone:"$HTTP_PORT" dispatch:"$HTTP_PORT" mobile-api:"$MOBILE_PORT" planner:"$PLANNER_PORT" \
        telematics-ingest:"$TELEMATICS_PORT"; do
        alive "${pair%:*}" || continue
        if is_ready "${pair#*:}"; then
            report "${pair%:*}" "http://$CALL_HOST:${pair#*:}/ 就绪 / ready"
        else
            report "${pair%:*}" "http://$CALL_HOST:${pair#*:}/ 未就绪 / not ready"
        fi
    done
}

cmd_decode() { run_simulator Decode "$@"; }

cmd_terminal() { run_simulator terminal.Terminal "$@"; }

# run_simulator <class> <args…>: one of the simulator's programs in the foreground, built when a source is newer.
run_simulator() {
    local class=$1
    shift
    find_jdk
    if ! simulator_built; then
        prepare_state
        require_tools check_maven
        build_simulator >&2
    fi
    exec "$JAVA" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -cp "$SIMULATOR/telematics-simulator.jar:$SIMULATOR/lib/*" "org.motorpool.telematics.simulator.$class" "$@"
}
