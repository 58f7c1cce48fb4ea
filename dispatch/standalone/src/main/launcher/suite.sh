# shellcheck shell=bash
# test: everything the suite needs, in a state folder of its own that is made anew each time, beside a running demo.

DATABASES=(telematics dispatch standalone distributed)

cmd_test() {
    local base=$STATE
    use_state "$STATE/test"
    prepare_state
    claim_launcher
    trap 'exit 130' INT TERM HUP
    trap end_suite EXIT
    unset MOTORPOOL_POSTGRES_PORT MOTORPOOL_KAFKA_PORT
    require_tools check_openssl check_maven check_node check_postgres check_browser
    stop_all
    clear_suite "$base"
    prepare_keys
    use_maven
    build_broker
    prepare_test_databases
    start_kafka
    export_suite_environment
    run_suite "$@"
}

# What an earlier run left behind, its assemblies too, must not colour this one. Logs stay for reading.
clear_suite() {
    local run
    for run in "$1"/suite-*/run "$STATE"/suite-*/run; do
        [[ -d $run ]] || continue
        (use_state "${run%/run}" && stop_all && clear_state && rm -rf "$RUN")
    done
    clear_state
    prepare_state
}

clear_state() {
    drop_cluster
    rm -rf "$STATE/kafka" "$STATE/media" "$STATE/apps" "$SECRETS" "$KEYS"
}

prepare_test_databases() {
    local name
    start_postgres fast
    for name in "${DATABASES[@]}"; do create_database "motorpool_$name"; done
}

# Each module takes the database <prefix>_<module>; no fixed port is used, so a demo may run meanwhile.
export_suite_environment() {
    export_database
    export_keys
    unset MOTORPOOL_DB_NAME
    export MOTORPOOL_TEST_DB_PREFIX=motorpool KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:$KAFKA_PORT
    export QUARKUS_HTTP_TEST_PORT=0 MOTORPOOL_CHROMIUM=$CHROMIUM MOTORPOOL_SKIP_BUILD=1
    MOTORPOOL_JT808_PORT=$(free_port_from 16808)
    export MOTORPOOL_JT808_PORT
}

run_suite() {
    local rc=0
    lock_build
    touch "$BUILT/all.begun"
    say "运行全部测试 / running every test"
    setsid mvn -B -ntp -f "$REPO/pom.xml" -Pdistributed "-Dmotorpool.state=$STATE" verify "$@" </dev/null &
    remember_process suite $!
    wait $! || rc=$?
    forget suite
    (($# || rc)) || mark_built
    unlock_build
    ((rc == 0)) || die "$rc" "测试失败 / the tests failed ($SECONDS s)"
    say "测试通过 / the tests passed ($SECONDS s)"
}

end_suite() {
    local rc=$?
    trap '' INT TERM HUP
    set +e
    stop_all
    drop_cluster
    (STATE=${STATE%/test} && take_down_abandoned)
    release_launcher
    exit "$rc"
}
