# shellcheck shell=bash
# A private PostgreSQL cluster: TCP on 127.0.0.1 only, generated passwords, nothing shared with other clusters.
#
# PostgreSQL refuses to run as root, so root runs it as the system user "postgres". That user may be unable to reach the
# repository (/root, a folder with mode 700): then the cluster lies in /var/lib/motorpool/cluster.<random>. Either way
# the file postgres.location in the state folder says where it is.

as_postgres() {
    if ((EUID == 0)); then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

cluster() { cat "$STATE/postgres.location" 2>/dev/null || true; }

has_cluster() { [[ -n $(cluster) ]] && as_postgres test -f "$(cluster)/data/PG_VERSION"; }

place_cluster() {
    local place=$STATE/postgres
    [[ -z $(cluster) ]] || return 0
    mkdir -p "$place"
    if ((EUID == 0)); then
        chown postgres: "$place"
        as_postgres test -x "$place" || place=$(mkdir -p /var/lib/motorpool && mktemp -d /var/lib/motorpool/cluster.XXXXXX)
        chown postgres: "$place"
    fi
    chmod 700 "$place"
    printf '%s\n' "$place" >"$STATE/postgres.location"
}

create_cluster() {
    local place
    ! has_cluster || return 0
    place_cluster
    place=$(cluster)
    say "创建数据库集群 / creating the database cluster: $place"
    as_postgres rm -rf "$place/new"
    # shellcheck disable=SC2016
    secret superuser | as_postgres sh -c 'umask 077 && cat > "$0"' "$place/password"
    as_postgres "$PG_BIN/initdb" -D "$place/new" -U postgres -A scram-sha-256 --pwfile="$place/password" \
        -E UTF8 --locale=C.UTF-8 >"$LOGS/initdb.log" 2>&1 || show_failure initdb "$LOGS/initdb.log"
    as_postgres rm -f "$place/password"
    as_postgres mv "$place/new" "$place/data"
}

# A cluster only opens with the release that made it, also when a newer one has been installed since.
match_release() {
    local made
    made=$(as_postgres cat "$(cluster)/data/PG_VERSION")
    [[ $made != "$PG_MAJOR" ]] || return 0
    PG_BIN=/usr/lib/postgresql/$made/bin PG_MAJOR=$made
    [[ -x $PG_BIN/pg_ctl ]] || die 3 "数据库集群属于 PostgreSQL $made / the cluster was made by PostgreSQL $made" \
        "请安装 / install: sudo apt-get install -y postgresql-$made postgresql-$made-postgis-3" \
        "或删除数据重新开始 / or start afresh without its data: rm -r $(cluster) $STATE/postgres.location"
}

postgres_running() {
    has_cluster && as_postgres "$PG_BIN/pg_ctl" -D "$(cluster)/data" status >/dev/null 2>&1
}


# A sixteenth of the memory, 256 MB at least and 1 GB at most: what a booking touches of a million orders stays there.
shared_buffers_mb() {
    local total_kb
    total_kb=$(awk '/^MemTotal:/ { print $2 }' /proc/meminfo)
    printf '%d' $((total_kb / 16384 < 256 ? 256 : total_kb / 16384 > 1024 ? 1024 : total_kb / 16384))
}

# start_postgres [durable|fast]: fast trades durability for speed and is for tests only.
start_postgres() {
    local options
    create_cluster
    match_release
    if postgres_running; then
        DB_PORT=$(<"$RUN/postgres.port")
        return
    fi
    choose_port postgres 55432 MOTORPOOL_POSTGRES_PORT
    DB_PORT=$(<"$RUN/postgres.port")
    options="-p $DB_PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200"
    options+=" -c shared_buffers=$(shared_buffers_mb)MB -c max_wal_size=4GB -c log_min_duration_statement=2000"
    [[ $1 == durable ]] || options+=" -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    say "启动 PostgreSQL $PG_MAJOR / starting it on port $DB_PORT"
    as_postgres "$PG_BIN/pg_ctl" -D "$(cluster)/data" -l "$(cluster)/postgres.log" -o "$options" -w -t 60 start \
        >"$LOGS/pg_ctl.log" 2>&1 || postgres_failed
}

postgres_failed() {
    as_postgres tail -n 30 "$(cluster)/postgres.log" >&2 || true
    die 1 "PostgreSQL 没有启动 / PostgreSQL did not start" "日志 / log: $(cluster)/postgres.log"
}

sql() {
    local database=$1
    shift
    PGPASSWORD=$(secret superuser) PGCONNECT_TIMEOUT=10 "$PG_BIN/psql" -X -q -A -t -v ON_ERROR_STOP=1 \
        -h 127.0.0.1 -p "$DB_PORT" -U postgres -d "$database" "$@"
}

# create_database <name>: makes it when it is missing and (re)applies the bootstrap that the Helm chart uses as well.
create_database() {
    if [[ -z $(sql postgres -c "select 1 from pg_database where datname = '$1'") ]]; then
        say "创建数据库 / creating the database $1"
        sql postgres -c "create database \"$1\""
    fi
    bootstrap_sql | sql "$1" >"$LOGS/bootstrap.log" 2>&1 || bootstrap_failed "$1"
}

# The passwords go through the pipe, not the command line, where every user of the machine could read them.
bootstrap_sql() {
    local role
    for role in owner dispatch telemetry; do
        printf "\\set %s_password '%s'\n" "$role" "$(secret "$role")"
    done
    cat "$REPO/helm/files/bootstrap.sql"
}

bootstrap_failed() {
    if grep -q 'extension "postgis" is not available\|postgis.control' "$LOGS/bootstrap.log"; then
        die 3 "数据库 $1 缺少 PostGIS / PostGIS is not installed for database $1" \
            "请安装 / install: sudo apt-get install -y postgresql-$PG_MAJOR-postgis-3" \
            "然后再运行 / then run again."
    fi
    show_failure "bootstrap.sql ($1)" "$LOGS/bootstrap.log"
}

stop_postgres() {
    has_cluster || return 0
    [[ -n ${PG_BIN:-} ]] || find_postgres
    [[ -n $PG_BIN ]] && postgres_running || return 0
    say "停止 / stopping PostgreSQL"
    as_postgres "$PG_BIN/pg_ctl" -D "$(cluster)/data" -m fast -w -t 60 stop >>"$LOGS/pg_ctl.log" 2>&1 ||
        as_postgres "$PG_BIN/pg_ctl" -D "$(cluster)/data" -m immediate -w stop >>"$LOGS/pg_ctl.log" 2>&1
}

# Removes a cluster with its data: only for the throw-away one of the test suite.
drop_cluster() {
    [[ -n $(cluster) ]] || return 0
    stop_postgres
    rm -rf "$(cluster)" "$STATE/postgres.location"
}
