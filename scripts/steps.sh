# Sourced by the scripts beside it: one line a step, and the whole output of a step that fails.

say() { printf '%s\n' "$*"; }

give_up() {
    say "$*" >&2
    exit 3
}

works() { "$@" >/dev/null 2>&1; }

# step NAME COMMAND...: runs quietly; on failure shows what the command said and returns 1.
step() {
    step_name=$1
    shift
    step_log=$(mktemp)
    if "$@" >"$step_log" 2>&1 </dev/null; then
        rm -f "$step_log"
        say "ok      $step_name"
    else
        say "FAILED  $step_name"
        cat "$step_log" >&2
        rm -f "$step_log"
        return 1
    fi
}

# apt_install PACKAGE...: as root, or with a sudo that asks nothing; returns 1 where neither is possible.
apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif sudo -n true 2>/dev/null; then
        as_root='sudo -n'
    else
        return 1
    fi
    apt_quietly() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -q --no-install-recommends "$@"; }
    apt_quietly install "$@" || { apt_quietly update && apt_quietly install "$@"; }
}
