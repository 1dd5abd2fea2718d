<#
.SYNOPSIS
Installs the app in Teams for everybody in a group, and says of each person whether it worked and why not.

.DESCRIPTION
The same as install-for-group.sh, which is tested; this one was written after it and has not been run yet.
It needs a registration of its own (never the bot's) with the application permissions
TeamsAppInstallation.ReadWriteSelfForUser.All, GroupMember.Read.All and User.ReadBasic.All. Its id stands in the
app package (INSTALLER_APP_ID of `npm run manifest`). Run it again with the same report and only those are
tried that were not reached. Ends with 0 when everybody was reached, 1 when somebody was not, 2 when it had to stop.

.EXAMPLE
./install-for-group.ps1 -GroupId … -TeamsAppId … -TenantId … -ClientId … -ClientSecret (Read-Host -AsSecureString)
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [guid] $GroupId,
    [Parameter(Mandatory)] [guid] $TeamsAppId,
    [Parameter(Mandatory)] [guid] $TenantId,
    [Parameter(Mandatory)] [guid] $ClientId,
    [Parameter(Mandatory)] [securestring] $ClientSecret,
    [string] $Report = 'install-report.csv',
    [string] $GraphUrl = 'https://graph.microsoft.com/v1.0',
    [string] $LoginUrl = 'https://login.microsoftonline.com',
    [int] $MostTries = 5,
    [int] $LongestWait = 120
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$script:token = $null

function Stop-Here([string] $Line) {
    [Console]::Error.WriteLine($Line)
    exit 2
}

function Get-Token {
    $secret = [System.Net.NetworkCredential]::new('', $ClientSecret).Password
    $answer = Invoke-WebRequest -SkipHttpErrorCheck -Method Post -Uri "$LoginUrl/$TenantId/oauth2/v2.0/token" -Body @{
        client_id = $ClientId; client_secret = $secret; grant_type = 'client_credentials'
        scope = 'https://graph.microsoft.com/.default'
    }
    $content = $answer.Content | ConvertFrom-Json
    if ($answer.StatusCode -ne 200) { Stop-Here "No token: $($content.error_description)" }
    $script:token = $content.access_token
}

# What Graph asks to wait for, and what fails by itself, is tried again; a token that ended is replaced once.
function Invoke-Graph([string] $Method, [string] $Uri, [string] $Body) {
    if (-not $Uri.StartsWith("$GraphUrl/")) { Stop-Here 'Graph named an address that is not its own: nothing was sent there.' }
    $renewed = $false
    for ($try = 1; ; $try++) {
        $parts = @{
            Method = $Method; Uri = $Uri; SkipHttpErrorCheck = $true; TimeoutSec = 60
            Headers = @{ Authorization = "Bearer $script:token"; ConsistencyLevel = 'eventual' }
        }
        if ($Body) { $parts.Body = $Body; $parts.ContentType = 'application/json' }
        $status = 0; $content = $null; $wait = $try * $try
        try {
            $answer = Invoke-WebRequest @parts
            $status = [int] $answer.StatusCode
            if ($answer.Content) { $content = $answer.Content | ConvertFrom-Json }
            $asked = "$($answer.Headers['Retry-After'])"
            if ($asked -match '^\d+$') { $wait = [Math]::Min([int] $asked, $LongestWait) }
        }
        catch { $status = 0 }
        if ($status -eq 401 -and -not $renewed) { $renewed = $true; Get-Token; continue }
        $again = $status -eq 0 -or $status -eq 429 -or $status -ge 500
        if (-not $again -or $try -ge $MostTries) { return @{ Status = $status; Content = $content } }
        Start-Sleep -Seconds $wait
    }
}

function Get-Why($Answer) {
    $message = if ($Answer.Content -and $Answer.Content.PSObject.Properties['error']) { "$($Answer.Content.error.message)" } else { '' }
    $line = $message -replace '[\r\n]+', ' '
    $line.Substring(0, [Math]::Min(200, $line.Length))
}

Get-Token

$members = @()
$next = "$GraphUrl/groups/$GroupId/transitiveMembers/microsoft.graph.user?`$select=id,displayName,accountEnabled,userType&`$top=999&`$count=true"
while ($next) {
    $answer = Invoke-Graph 'GET' $next
    if ($answer.Status -ne 200) { Stop-Here "The members of the group cannot be read ($($answer.Status)): $(Get-Why $answer)" }
    $members += $answer.Content.value
    $next = if ($answer.Content.PSObject.Properties['@odata.nextLink']) { $answer.Content.'@odata.nextLink' } else { $null }
}
if ($members.Count -eq 0) { Stop-Here 'The group has no people.' }

$done = @{}
if (Test-Path $Report) {
    Import-Csv $Report | Where-Object outcome -eq 'reached' | ForEach-Object { $done[$_.id] = $true }
}

$reached = 0; $failed = 0
function Add-Line($Person, [string] $Outcome, [string] $Why) {
    # A cell that begins with one of these signs would be a formula in a spreadsheet.
    $cells = @{ id = $Person.id; name = "$($Person.displayName)" -replace '^([=+@\t\r-])', "'`$1"; outcome = $Outcome; why = $Why }
    [pscustomobject] $cells | Select-Object id, name, outcome, why | Export-Csv $Report -Append -NoTypeInformation
    if ($Outcome -eq 'reached') { $script:reached++ } else { $script:failed++ }
}

foreach ($person in $members) {
    if ($done[$person.id]) { $reached++; continue }
    if ($person.accountEnabled -eq $false) { Add-Line $person 'not' 'the account is switched off'; continue }
    if ("$($person.userType)" -eq 'Guest') { Add-Line $person 'not' 'a guest cannot get duties'; continue }
    $body = @{ 'teamsApp@odata.bind' = "https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/$TeamsAppId" } | ConvertTo-Json -Compress
    $answer = Invoke-Graph 'POST' "$GraphUrl/users/$($person.id)/teamwork/installedApps" $body
    $why = Get-Why $answer
    switch ($answer.Status) {
        { $_ -in 200, 201, 204 } { Add-Line $person 'reached' 'installed now'; break }
        409 { Add-Line $person 'reached' 'was installed'; break }
        403 { Add-Line $person 'not' "not allowed: an app permission policy blocks the app for this person, or the registration lacks its permission. $why"; break }
        404 { Add-Line $person 'not' "Teams does not know this person: no licence, or never signed in. $why"; break }
        401 { Stop-Here "The token was refused: $why Run it again; what was done stands in $Report." }
        0 { Add-Line $person 'not' 'Graph did not answer: run it again'; break }
        { $_ -eq 429 -or $_ -ge 500 } { Add-Line $person 'not' "Graph asks to wait ($_): run it again"; break }
        default { Add-Line $person 'not' "Graph answered $($_): $why" }
    }
}

Write-Output "$reached of $($members.Count) reached, $failed not: see $Report."
if ($failed -gt 0) { exit 1 }
