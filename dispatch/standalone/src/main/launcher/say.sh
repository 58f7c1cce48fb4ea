# shellcheck shell=bash
# What the launcher tells people: progress on stderr, results on stdout, Chinese with English beside it.

say() { printf '%s\n' "» $*" >&2; }

# Each argument is one line.
die() {
    local code=$1
    shift
    printf '%s\n' "✗ $1" >&2
    shift
    (($# == 0)) || printf '  %s\n' "$@" >&2
    exit "$code"
}

# A ticking line on a terminal; elsewhere one line when the detail changes or a quarter of a minute has passed.
last_detail=
tick() {
    local label=$1 elapsed_s=$2 detail=$3
    if [[ -t 2 ]]; then
        printf '\r\033[K… %s %d s %s' "$label" "$elapsed_s" "${detail:0:50}" >&2
    elif [[ $detail != "$last_detail" ]] || ((elapsed_s > 0 && elapsed_s % 15 == 0)); then
        printf '… %s %d s %s\n' "$label" "$elapsed_s" "$detail" >&2
    fi
    last_detail=$detail
}

end_tick() {
    [[ ! -t 2 ]] || printf '\r\033[K' >&2
    last_detail=
}

no_detail() { :; }

# run_step <name> <label> <detail function> <command…>: runs the command with its output in logs/<name>.log, ticking.
run_step() {
    local name=$1 label=$2 detail=$3 started=$SECONDS pid rc=0
    shift 3
    spawn "$name" "$LOGS/$name.log" "$@"
    pid=$(pid_of "$name")
    while alive "$name"; do
        tick "$label" $((SECONDS - started)) "$($detail "$LOGS/$name.log")"
        sleep 1
    done
    end_tick
    wait "$pid" || rc=$?
    forget "$name"
    ((rc == 0)) || show_failure "$label" "$LOGS/$name.log"
    say "$label: $((SECONDS - started)) s"
}

show_failure() {
    local label=$1 log=$2
    tail -n 30 "$log" >&2 || true
    die 1 "$label：失败 / failed" "日志 / log: $log"
}
