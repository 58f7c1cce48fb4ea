# shellcheck shell=bash
# Starts, watches and stops the processes of both assemblies.
# Ports: MOTORPOOL_HTTP_PORT 8080, _MOBILE_PORT 8081, _PLANNER_PORT 8082, _TELEMATICS_PORT 8083, _JT808_PORT 6808.

HTTP_PORT=${MOTORPOOL_HTTP_PORT:-8080}
MOBILE_PORT=${MOTORPOOL_MOBILE_PORT:-8081}
PLANNER_PORT=${MOTORPOOL_PLANNER_PORT:-8082}
TELEMATICS_PORT=${MOTORPOOL_TELEMATICS_PORT:-8083}
JT808_PORT=${MOTORPOOL_JT808_PORT:-6808}

# use_http_host <address>: CALL_HOST is where those on this machine reach what listens there.
use_http_host() {
    HTTP_HOST=$1 CALL_HOST=$1
    [[ $1 != 0.0.0.0 ]] || CALL_HOST=127.0.0.1
}

use_http_host "${MOTORPOOL_HTTP_HOST:-127.0.0.1}"
PROCESSES=(simulator standalone mobile-api dispatch planner telematics-ingest kafka)

export_database() {
    MOTORPOOL_DB_OWNER_PASSWORD=$(secret owner)
    MOTORPOOL_DB_DISPATCH_PASSWORD=$(secret dispatch)
    MOTORPOOL_DB_TELEMETRY_PASSWORD=$(secret telemetry)
    export MOTORPOOL_DB_OWNER_PASSWORD MOTORPOOL_DB_DISPATCH_PASSWORD MOTORPOOL_DB_TELEMETRY_PASSWORD
    export MOTORPOOL_DB_HOST=127.0.0.1 MOTORPOOL_DB_PORT=$DB_PORT
}

export_keys() {
    export MOTORPOOL_JWT_PRIVATE_KEY=$KEYS/private.pem MOTORPOOL_JWT_PUBLIC_KEY=$KEYS/public.pem
}

# The demo has a database of its own: its accounts, whose passwords everybody knows, never open the real one.
database_name() { [[ $1 == true ]] && printf motorpool_demo || printf motorpool; }

export_environment() {
    export_database
    export_keys
    export MOTORPOOL_DB_NAME; MOTORPOOL_DB_NAME=$(database_name "$1")
    export MOTORPOOL_JT808_PORT=$JT808_PORT QUARKUS_HTTP_HOST=$HTTP_HOST MOTORPOOL_DEMO=$1
    export MOTORPOOL_MOBILE_DISPATCH_URL=http://$CALL_HOST:$HTTP_PORT
    export MOTORPOOL_MEDIA_DIR=$STATE/media/$MOTORPOOL_DB_NAME
    # Demo terminals are known to everybody: they come from where its console is reached. Real ones come from anywhere.
    [[ $1 == false ]] || export MOTORPOOL_TELEMATICS_GATEWAY_HOST=$HTTP_HOST
}

# The module and the memory of each application. Positions live for milliseconds: where they pass, the young generation is
# large enough that they end there.
declare -A MODULES=([standalone]=dispatch/standalone [telematics-ingest]=telematics-ingest/app [planner]=planner/app
    [dispatch]=dispatch/app [mobile-api]=mobile-api)
declare -A HEAPS=([standalone]="-Xmx768m -Xmn224m" [telematics-ingest]="-Xmx900m -Xmn420m" [planner]=-Xmx256m
    [dispatch]=-Xmx256m [mobile-api]=-Xmx256m)

# start_app <name> <HTTP port>: does not wait.
start_app() {
    app_command "$1"
    say "启动 / starting $1 (HTTP $2)"
    QUARKUS_HTTP_PORT=$2 spawn "$1" "$LOGS/$1.log" "${APP_COMMAND[@]}"
}

# app_command <name>: sets APP_COMMAND. It runs a copy, so that a build or a test run meanwhile does not change files
# under a running application.
app_command() {
    local folder=$STATE/apps/$1 heap options
    copy_app "$REPO/${MODULES[$1]}/target/quarkus-app" "$folder"
    read -ra heap <<<"${HEAPS[$1]}"
    read -ra options <<<"${MOTORPOOL_JAVA_OPTS:-}"
    APP_COMMAND=("$JAVA" "${heap[@]}" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "${options[@]}"
        -jar "$folder/quarkus-run.jar")
}

copy_app() {
    rm -rf "$2"
    mkdir -p "${2%/*}"
    cp -r --reflink=auto "$1" "$2"
}

# Before the long steps, so that a busy port costs nobody a build.
require_free_ports() {
    require_free_port "$HTTP_PORT" MOTORPOOL_HTTP_PORT "$CALL_HOST"
    require_free_port "$JT808_PORT" MOTORPOOL_JT808_PORT "$CALL_HOST"
    [[ $1 == distributed ]] || return 0
    require_free_port "$MOBILE_PORT" MOTORPOOL_MOBILE_PORT "$CALL_HOST"
    require_free_port "$PLANNER_PORT" MOTORPOOL_PLANNER_PORT "$CALL_HOST"
    require_free_port "$TELEMATICS_PORT" MOTORPOOL_TELEMATICS_PORT "$CALL_HOST"
}

standalone_environment() {
    unset KAFKA_BOOTSTRAP_SERVERS
    export MOTORPOOL_DISPATCH_TELEMATICS_URL=http://$CALL_HOST:$HTTP_PORT
    export MOTORPOOL_DISPATCH_PLANNER_URL=http://$CALL_HOST:$HTTP_PORT
}

distributed_environment() {
    export KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:$KAFKA_PORT
    export MOTORPOOL_DISPATCH_TELEMATICS_URL=http://$CALL_HOST:$TELEMATICS_PORT
    export MOTORPOOL_DISPATCH_PLANNER_URL=http://$CALL_HOST:$PLANNER_PORT
}

start_standalone() {
    standalone_environment
    start_app standalone "$HTTP_PORT"
    await_ready standalone "$HTTP_PORT"
}

start_distributed() {
    start_kafka
    distributed_environment
    start_app telematics-ingest "$TELEMATICS_PORT"
    start_app planner "$PLANNER_PORT"
    start_app dispatch "$HTTP_PORT"
    start_app mobile-api "$MOBILE_PORT"
    await_ready telematics-ingest "$TELEMATICS_PORT"
    await_ready planner "$PLANNER_PORT"
    await_ready dispatch "$HTTP_PORT"
    await_ready mobile-api "$MOBILE_PORT"
}

# start_simulator <port of the driver API>
start_simulator() {
    say "启动模拟终端 / starting the virtual terminals"
    copy_app "$SIMULATOR/lib" "$STATE/apps/simulator"
    cp "$SIMULATOR/telematics-simulator.jar" "$STATE/apps/simulator/"
    spawn simulator "$LOGS/simulator.log" "$JAVA" -Xmx192m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow -cp "$STATE/apps/simulator/*" org.motorpool.telematics.simulator.Simulator \
        --url "http://$CALL_HOST:$HTTP_PORT" --mobile-url "http://$CALL_HOST:$1" --gateway "$CALL_HOST:$JT808_PORT"
}

# http_status <port> <path>: prints the status code; needs no curl, which a fresh machine may lack.
http_status() {
    local line status
    exec 3<>"/dev/tcp/$CALL_HOST/$1" || return 1
    printf 'GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$2" "$CALL_HOST" >&3
    IFS= read -r -t 5 line <&3 || line=
    exec 3>&-
    read -r _ status _ <<<"$line"
    printf '%s' "${status:-0}"
} 2>/dev/null

is_ready() { [[ $(http_status "$1" /q/health/ready || true) == 200 ]]; }

await_ready() { await "$1" "$1" "$LOGS/$1.log" is_ready "$2"; }

# await <process> <label> <log> <probe…>: until the probe succeeds; the end of the process or of patience is a failure.
await() {
    local name=$1 label=$2 log=$3 started=$SECONDS patience_s=${MOTORPOOL_START_TIMEOUT_S:-180}
    shift 3
    until "$@"; do
        alive "$name" || show_failure "$label 启动 / start" "$(last_log "$log" "$name")"
        ((SECONDS - started < patience_s)) || show_failure "$label $patience_s s 内未就绪 / not ready in time" "$log"
        tick "等待 / waiting for $label" $((SECONDS - started)) ''
        sleep 0.5
    done
    end_tick
    say "$label 就绪 / ready ($((SECONDS - started)) s)"
}

# A process that dies at once may have written only to its plain output.
last_log() {
    [[ -s $1 ]] && printf '%s' "$1" || printf '%s' "$LOGS/$2.out.log"
}

stop_all() {
    local name
    for name in build-all build-simulator build-bench broker apt-install apt-update suite bench "${PROCESSES[@]}"; do
        [[ ! -f $RUN/$name.pid ]] || stop "$name" 20
    done
    stop_postgres
    rm -f "$RUN/mode"
}

anything_running() {
    local name
    for name in "${PROCESSES[@]}" suite bench; do ! alive "$name" || return 0; done
    [[ -n ${PG_BIN:-} ]] || find_postgres
    postgres_running
}
