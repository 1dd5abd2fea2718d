#!/usr/bin/env bash
# Installs the app in Teams for everybody in a group, and says of each person whether it worked and why not.
# Needs curl and jq (Azure Cloud Shell has both). `az rest` will not do: its own registration may not install apps.
#
#   GROUP_ID=… TEAMS_APP_ID=… TENANT_ID=… CLIENT_ID=… CLIENT_SECRET=… ./install-for-group.sh [REPORT]
#
# GROUP_ID      object id of the group in Entra; groups inside it count too
# TEAMS_APP_ID  id of the app in your organisation's catalog; or MANIFEST_ID, the id in its manifest, which needs
#               the permission AppCatalog.Read.All as well
# TENANT_ID, CLIENT_ID, CLIENT_SECRET  a registration of its own (never the bot's) with the application permissions
#               TeamsAppInstallation.ReadWriteSelfForUser.All and GroupMember.Read.All and User.ReadBasic.All; its id
#               stands in the app package (INSTALLER_APP_ID of `npm run manifest`). Or GRAPH_TOKEN.
# REPORT        a CSV (install-report.csv): id, name, outcome (reached, not), why. Run it again with the same report
#               and only those are tried that were not reached; of two lines about one person the later one counts.
#
# Ends with 0 when everybody was reached, 1 when somebody was not, 2 when it could not begin or had to stop.
set -euo pipefail

graph="${GRAPH_URL:-https://graph.microsoft.com/v1.0}"
login="${LOGIN_URL:-https://login.microsoftonline.com}"
report="${1:-install-report.csv}"
most_tries="${MOST_TRIES:-5}"
longest_wait="${LONGEST_WAIT:-120}"

stop() { printf '%s\n' "$1" >&2; exit 2; }

for tool in curl jq; do
  command -v "$tool" >/dev/null || stop "$tool is missing: install it, or use Azure Cloud Shell."
done
missing=()
[ -n "${GROUP_ID:-}" ] || missing+=('GROUP_ID')
[ -n "${TEAMS_APP_ID:-}${MANIFEST_ID:-}" ] || missing+=('TEAMS_APP_ID or MANIFEST_ID')
if [ -z "${GRAPH_TOKEN:-}" ]; then
  for name in TENANT_ID CLIENT_ID CLIENT_SECRET; do
    [ -n "${!name:-}" ] || missing+=("$name")
  done
fi
[ ${#missing[@]} -eq 0 ] || stop "Set these first: $(printf '%s, ' "${missing[@]}" | sed 's/, $//')."

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# A secret on a command line can be read by every process of the machine, so it goes through a file of our own.
umask 077
get_token() {
  if [ -n "${GRAPH_TOKEN:-}" ]; then
    printf 'header = "Authorization: Bearer %s"\n' "$GRAPH_TOKEN" >"$work/auth"
    return
  fi
  printf '%s' "$CLIENT_SECRET" >"$work/secret"
  local status
  status="$(curl --silent --show-error --output "$work/token" --write-out '%{http_code}' \
    --data-urlencode "client_id=$CLIENT_ID" --data-urlencode "client_secret@$work/secret" \
    --data-urlencode 'scope=https://graph.microsoft.com/.default' --data 'grant_type=client_credentials' \
    "$login/$TENANT_ID/oauth2/v2.0/token")" || stop "$login does not answer."
  [ "$status" = 200 ] || stop "No token: $(jq -r '.error_description // .error // "unknown"' "$work/token" 2>/dev/null | head -1 | tr -d '\r')"
  jq -r '"header = \"Authorization: Bearer " + .access_token + "\""' "$work/token" >"$work/auth"
}

# ConsistencyLevel belongs to queries that pick one type of member ("Advanced query capabilities" of Graph).
# call METHOD URL [BODY]: the status in $status, the answer in $work/answer. What Graph asks to wait for, and what fails
# by itself, is tried again; a token that ended is replaced once.
status=0
call() {
  local method="$1" url="$2" body="${3:-}" try wait renewed=''
  # The token goes to Graph and to nobody else, also where an answer names the next page.
  case "$url" in "$graph"/*) ;; *) stop "Graph named an address that is not its own: nothing was sent there." ;; esac
  for ((try = 1; ; try += 1)); do
    status="$(curl --silent --config "$work/auth" --header 'ConsistencyLevel: eventual' --request "$method" --dump-header "$work/headers" \
      --output "$work/answer" --write-out '%{http_code}' --max-time 60 \
      ${body:+--header 'Content-Type: application/json' --data "$body"} "$url")" || status=0
    if [ "$status" = 401 ] && [ -z "$renewed" ] && [ -z "${GRAPH_TOKEN:-}" ]; then
      renewed=yes
      get_token
      continue
    fi
    case "$status" in 0 | 000 | 429 | 5??) ;; *) return ;; esac
    [ "$try" -lt "$most_tries" ] || return 0
    wait="$(tr -d '\r' <"$work/headers" 2>/dev/null | awk 'tolower($1) == "retry-after:" && $2 ~ /^[0-9]+$/ { print $2 }' | tail -1)"
    wait="${wait:-$((try * try))}"
    [ "$wait" -le "$longest_wait" ] || wait="$longest_wait"
    sleep "$wait"
  done
}

why() { jq -r '(.error.message // "") | gsub("[\r\n]+"; " ") | .[0:200]' "$work/answer" 2>/dev/null || true; }

get_token

if [ -z "${TEAMS_APP_ID:-}" ]; then
  call GET "$graph/appCatalogs/teamsApps?\$filter=externalId%20eq%20'$MANIFEST_ID'"
  [ "$status" = 200 ] || stop "The app catalog cannot be read ($status): $(why)"
  TEAMS_APP_ID="$(jq -r '.value[0].id // empty' "$work/answer")"
  [ -n "$TEAMS_APP_ID" ] || stop "The catalog has no app with the id $MANIFEST_ID: upload the package in the Teams admin center first."
fi

members="$work/members"
: >"$members"
next="$graph/groups/$GROUP_ID/transitiveMembers/microsoft.graph.user?\$select=id,displayName,accountEnabled,userType&\$top=999&\$count=true"
while [ -n "$next" ]; do
  call GET "$next"
  [ "$status" = 200 ] || stop "The members of the group cannot be read ($status): $(why)"
  jq -r '.value[] | [.id, .accountEnabled == false, (.userType // "member" | ascii_downcase), .displayName // ""] | @tsv' \
    "$work/answer" >>"$members"
  next="$(jq -r '."@odata.nextLink" // empty' "$work/answer")"
done
[ -s "$members" ] || stop "The group has no people."

# The report is written line by line, so that whatever ends the script leaves what was done.
[ -e "$report" ] || echo 'id,name,outcome,why' >"$report"
reached=0
failed=0
total="$(wc -l <"$members" | tr -d ' ')"

tell() { # tell ID NAME OUTCOME WHY
  # A cell that begins with one of these signs would be a formula in a spreadsheet.
  jq -rn --args '$ARGS.positional | map(if test("^[=+@\t\r-]") then "\u0027" + . else . end) | @csv' "$@" >>"$report"
  if [ "$3" = reached ]; then reached=$((reached + 1)); else failed=$((failed + 1)); fi
}

body="$(jq -cn --arg app "$TEAMS_APP_ID" '{"teamsApp@odata.bind": ("https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/" + $app)}')"
install() { # install ID NAME
  call POST "$graph/users/$1/teamwork/installedApps" "$body"
  case "$status" in
    201 | 200 | 204) tell "$1" "$2" reached 'installed now' ;;
    409) tell "$1" "$2" reached 'was installed' ;;
    403) tell "$1" "$2" not "not allowed: an app permission policy blocks the app for this person, or the registration lacks its permission. $(why)" ;;
    404) tell "$1" "$2" not "Teams does not know this person: no licence, or never signed in. $(why)" ;;
    401) stop "The token was refused: $(why) Run it again; what was done stands in $report." ;;
    0 | 000) tell "$1" "$2" not 'Graph did not answer: run it again' ;;
    429 | 5??) tell "$1" "$2" not "Graph asks to wait ($status): run it again" ;;
    *) tell "$1" "$2" not "Graph answered $status: $(why)" ;;
  esac
}

while IFS=$'\t' read -r id switched_off kind name <&3; do
  if grep -q "^\"$id\",.*,\"reached\"," "$report"; then
    reached=$((reached + 1))
  elif [ "$switched_off" = true ]; then
    tell "$id" "$name" not 'the account is switched off'
  elif [ "$kind" = guest ]; then
    tell "$id" "$name" not 'a guest cannot get duties'
  else
    install "$id" "$name"
  fi
done 3<"$members"

echo "$reached of $total reached, $failed not: see $report."
[ "$failed" -eq 0 ] || exit 1
