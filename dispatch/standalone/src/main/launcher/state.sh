# shellcheck shell=bash
# The state folder (MOTORPOOL_STATE, else .motorpool in the repository):
#   run/       pid files, ports, the running mode      logs/      one file per process, the one before as .1
#   secrets/   generated passwords, mode 600           keys/      the pair that signs and checks tokens
#   postgres/  the cluster (or see postgres.location)  kafka/     the broker's storage, distributed mode only
#   media/     photos, recordings and attachments of terminals, a folder for each database

use_state() {
    STATE=$1
    RUN=$STATE/run
    LOGS=$STATE/logs
    SECRETS=$STATE/secrets
    KEYS=$STATE/keys
}

prepare_state() {
    mkdir -p "$RUN" "$LOGS" "$SECRETS" "$KEYS"
    chmod 700 "$SECRETS" "$KEYS" "$RUN"
}

# secret <name>: prints a password that is generated once.
secret() {
    local file=$SECRETS/$1
    [[ -s $file ]] || (umask 077 && openssl rand -hex 24 >"$file.new" && mv "$file.new" "$file")
    cat "$file"
}

prepare_keys() {
    [[ -s $KEYS/public.pem ]] && return
    say "生成签名密钥 / generating the signing keys"
    (
        umask 077
        openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$KEYS/private.pem" 2>/dev/null
        openssl pkey -in "$KEYS/private.pem" -pubout -out "$KEYS/public.pem.new"
        mv "$KEYS/public.pem.new" "$KEYS/public.pem"
    )
}

# What tells one process from a later one with the same number: its start time and the boot it belongs to.
process_mark() {
    local stat fields
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    read -ra fields <<<"${stat##*) }"
    [[ ${fields[0]} != [ZX] ]] || return 1
    printf '%s %s' "${fields[19]}" "$(</proc/sys/kernel/random/boot_id)"
}

remember_process() {
    local mark
    mark=$(process_mark "$2") || mark=ended
    printf '%s %s\n' "$2" "$mark" >"$RUN/$1.pid"
}

forget() { rm -f "$RUN/$1.pid"; }

pid_of() {
    local pid=
    read -r pid _ 2>/dev/null <"$RUN/$1.pid" || true
    printf '%s' "$pid"
}

# alive <name>: whether the very process of run/<name>.pid still runs.
alive() {
    local pid mark
    [[ -f $RUN/$1.pid ]] || return 1
    read -r pid mark <"$RUN/$1.pid" || return 1
    [[ $(process_mark "$pid") == "$mark" ]]
}

# spawn <name> <log> <command…>: starts a process group of its own that outlives the terminal.
spawn() {
    local name=$1 log=$2
    shift 2
    [[ ! -s $log ]] || mv -f "$log" "$log.1"
    setsid "$@" >"$log" 2>&1 </dev/null &
    remember_process "$name" $!
}

# stop <name> <grace in seconds>: ends the process group; by force when it does not end itself.
stop() {
    local name=$1 grace_s=$2 pid deadline
    if alive "$name"; then
        pid=$(pid_of "$name")
        say "停止 / stopping $name ($pid)"
        kill -TERM -- "-$pid" 2>/dev/null || kill -TERM "$pid" 2>/dev/null || true
        deadline=$((SECONDS + grace_s))
        while alive "$name" && ((SECONDS < deadline)); do sleep 0.2; done
        ! alive "$name" || kill -KILL -- "-$pid" 2>/dev/null || kill -KILL "$pid" 2>/dev/null || true
    fi
    forget "$name"
}

# port_busy <port> [host]
port_busy() { (exec 3<>"/dev/tcp/${2:-127.0.0.1}/$1") 2>/dev/null; }

# free_port_from <port> [host]
free_port_from() {
    local port=$1
    while port_busy "$port" "${2:-}"; do port=$((port + 1)); done
    printf '%s' "$port"
}

# choose_port <name> <first> <variable>: the variable when set, else the remembered port or the next free one.
choose_port() {
    local file=$RUN/$1.port variable=$3 port
    port=${!variable:-}
    if [[ -n $port ]]; then
        require_free_port "$port" "$variable"
    else
        port=$(cat "$file" 2>/dev/null || printf '%s' "$2")
        port=$(free_port_from "$port")
    fi
    printf '%s' "$port" >"$file"
}

# require_free_port <port> <variable> [host]
require_free_port() {
    ! port_busy "$1" "${3:-}" || die 4 "端口 $1 已被占用 / port $1 is in use" \
        "停掉占用者，或换一个端口，例如 / stop what holds it, or choose another, for example:" \
        "  $2=$(free_port_from $(($1 + 100)) "${3:-}") ./motorpool …"
}

# One launcher per state folder: taken by creating the file, so two at once cannot both have it.
claim_launcher() {
    alive launcher || forget launcher
    if ! (set -o noclobber && : >"$RUN/launcher.pid") 2>/dev/null; then
        die 5 "另一个 motorpool 正在使用 $STATE（进程 $(pid_of launcher)）/ another motorpool is at work there" \
            "等它完成，或结束它 / wait for it, or end it: kill $(pid_of launcher)"
    fi
    remember_process launcher $$
}

release_launcher() { [[ $(pid_of launcher) != "$$" ]] || forget launcher; }
