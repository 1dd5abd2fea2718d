#Requires -Version 7.0
<#
.SYNOPSIS
Installs the app in Teams for everybody in a group, and says of each person whether it worked and why not.

.DESCRIPTION
The same as install-for-group.sh, which is tested; this one was written after it, its grammar was checked, and it
has not been run yet. It needs PowerShell 7 (Azure Cloud Shell has it).
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

# What an answer says as JSON; nothing where it is empty or a page of something on the way.
function Read-Json($Text) {
    if (-not $Text) { return $null }
    if ($Text -is [byte[]]) { $Text = [Text.Encoding]::UTF8.GetString($Text) }
    try { return $Text | ConvertFrom-Json } catch { return $null }
}

function Get-Part($Content, [string] $Name) {
    if ($null -ne $Content -and $Content.PSObject.Properties[$Name]) { return $Content.$Name }
    return $null
}

function Get-Token {
    $secret = [System.Net.NetworkCredential]::new('', $ClientSecret).Password
    $asked = @{
        client_id = "$ClientId"; client_secret = $secret; grant_type = 'client_credentials'
        scope = 'https://graph.microsoft.com/.default'
    }
    try {
        $answer = Invoke-WebRequest -SkipHttpErrorCheck -Method Post -Uri "$LoginUrl/$TenantId/oauth2/v2.0/token" -Body $asked
    }
    catch { Stop-Here "$LoginUrl does not answer." }
    $content = Read-Json $answer.Content
    if ($answer.StatusCode -ne 200) { Stop-Here "No token: $(Get-Part $content 'error_description')" }
    $script:token = Get-Part $content 'access_token'
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
            $content = Read-Json $answer.Content
            $asked = "$($answer.Headers['Retry-After'])"
            if ($asked -match '^\d{1,9}$') { $wait = [int] $asked }
        }
        catch { $status = 0 }
        if ($status -eq 401 -and -not $renewed) { $renewed = $true; Get-Token; continue }
        $again = $status -eq 0 -or $status -eq 429 -or $status -ge 500
        if (-not $again -or $try -ge $MostTries) { return @{ Status = $status; Content = $content } }
        Start-Sleep -Seconds ([Math]::Min($wait, $LongestWait))
    }
}

function Get-Why($Answer) {
    $message = "$(Get-Part (Get-Part $Answer.Content 'error') 'message')"
    $line = $message -replace '[\r\n]+', ' '
    $line.Substring(0, [Math]::Min(200, $line.Length))
}

Get-Token

$members = @()
$next = "$GraphUrl/groups/$GroupId/transitiveMembers/microsoft.graph.user?`$select=id,displayName,accountEnabled,userType&`$top=999&`$count=true"
while ($next) {
    $answer = Invoke-Graph 'GET' $next
    if ($answer.Status -ne 200) { Stop-Here "The members of the group cannot be read ($($answer.Status)): $(Get-Why $answer)" }
    $members += @(Get-Part $answer.Content 'value')
    $next = Get-Part $answer.Content '@odata.nextLink'
}
if ($members.Count -eq 0) { Stop-Here 'The group has no people.' }

$done = @{}
if (Test-Path $Report) {
    Import-Csv $Report | Where-Object outcome -eq 'reached' | ForEach-Object { $done[$_.id] = $true }
}

$reached = 0; $failed = 0
function Add-Line($Person, [string] $Outcome, [string] $Why) {
    # A cell that begins with one of these signs would be a formula in a spreadsheet.
    $name = "$($Person.displayName)" -replace '^([=+@\t\r-])', "'`$1"
    [pscustomobject] @{ id = $Person.id; name = $name; outcome = $Outcome; why = $Why } |
        Export-Csv $Report -Append -NoTypeInformation
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
