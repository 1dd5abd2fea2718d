/** Shapes that their makers chose so that they are recognised, and ways of writing that hold a secret by themselves. */
export const knownShapes: readonly RegExp[] = [
  /-----?\s?BEGIN [A-Z\d ]{0,30}PRIVATE KEY|PuTTY-User-Key-File|AGE-SECRET-KEY-1|\bb3BlbnNzaC1rZXktdjE/,
  // Written as a setting, any word will do: `pw=geheim`.
  /(?:\b(?:pwd|pw|ww|sig)|wachtwoord|password|passwd|passphrase|client[_-]?secret|secret|api[_-]?key|access[_-]?token|accountkey|sharedaccesskey)["']?=["']?[^ "'&;,=]{4}/iu,
  /\beyJ[\w-]{8,}\.[\w-]{8,}/u,
  // GitHub, GitLab.
  /\bgh[oprsu]_[A-Za-z\d]{20,}|\bgithub_pat_\w{20,}|\bgl(?:pat|rt|dt|ptt|oas|cbt|soat|ft|agent|imt)-[\w-]{16,}/u,
  // Slack, Amazon, Google.
  /\bxox[abeoprs][.-][\w.-]{10,}|\bxapp-\d-[\w-]{10,}|\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z\d]{16}\b|\bAIza[\w-]{30,}|\bya29\.[\w-]{20,}|\b1\/\/0[\w-]{20,}|\bGOCSPX-[\w-]{20,}/u,
  // OpenAI, Anthropic, Stripe, SendGrid.
  /\bsk-[\w-]{20,}|\b[prs]k_(?:live|test)_\w{10,}|\bSG\.[\w-]{10,}\.[\w-]{10,}|\bwhsec_[\w+/=]{20,}|\bhf_[A-Za-z\d]{20,}/u,
  /\b(?:npm|dckr_pat|dckr_oat|shp(?:at|ca|pa|ss)|pypi|rubygems|pul|sntry[su]|glsa|lin_api|secret|ntn|figd|gsk|r8|nvapi|xai|PMAK|rnd|sbp|vercel|tskey|cio|do[opr]_v1|sq0[a-z]{3})[_-][\w-]{20,}/u,
  /\b(?:hv[bsr]\.|dp\.[ps]t\.|AT[AC]TT3?|EAA[A-Z]|dapi|ops_ey)[\w.=-]{20,}|\b\d{8,10}:AA[\w-]{30,}|\bSK[a-f\d]{32}\b|\bkey-[a-f\d]{32}\b|\b[a-f\d]{32}-us\d{1,2}\b/u,
  // Entra's secrets, and tokens of Azure DevOps.
  /[\w~.-]{3}\dQ~[\w~.-]{31,34}|\b(?=[a-z]{0,51}[2-7])[a-z2-7]{52}\b|\b[A-Za-z\d]{40,80}AZDO[A-Za-z\d]{4}\b/u,
  // Addresses that anybody may post to.
  /hooks\.slack\.com\/services\/T|webhook\.office\.com\/webhookb2\/|discord(?:app)?\.com\/api\/webhooks\/\d/iu,
  /\bbearer [\w.~+/-]{20,}/iu,
  // A name that everybody knows and what goes with it, without a space: `admin:admin`.
  /(?<![\w/.-])(?:admin|administrator|root|sa|test|guest|demo):(?:(?=[^\s:/]{0,40}\d)[^\s:/,;)]{5,40}|admin|administrator|root|toor|sa|test|guest|demo)(?![\w/:.-])/iu,
  // What is typed at a prompt, and what a browser is remembered by.
  /(?:^|\s)-u ?[\w.-]{1,40} -p ?\S{4}|(?:^|\s)-p (?=[^\s\d]{0,40}\d)(?=[^\sa-z]{0,40}[a-z])[^\s:]{6}|\bnet use [^\n]{1,100}\/user:|\b(?:setx?|export) \w{0,30}(?:secret|token|pass|pwd)\w{0,10} \S{6}/iu,
  /\b(?:jsessionid|phpsessid|asp\.net_sessionid|arraffinity)=[\w%.-]{8}|\bcookie: ?[\w.-]{1,40}=[\w%.-]{8}/iu,
  // An address that lets anybody in who has it.
  /[?#&](?:[a-z_-]{0,20}token|otp|sessionid)=[\w.%~-]{12}/iu,
  /\b(?:u|un|usr|user|gebr) ?[:=] ?[\w.@-]{2,40}[ ,;/]{1,3}(?:p|pw|ww) ?[:=] ?\S{4}/iu,
  // A user and a password within an address.
  /\b[a-z][a-z+]{2,20}:\/\/[^\s/:@]{0,100}:[^\s/:@]{3,100}@|:thin:[^\s/:@]{1,60}\/[^\s/@]{1,60}@/iu,
  // BitLocker's recovery key, and keys of licences.
  /\b\d{6}(?:-\d{6}){7}\b|\b[A-Z\d]{5}(?:-[A-Z\d]{5}){3,}\b/u,
];

/** Whether a text has HTTP's `Basic` with a user and a password behind it (RFC 7617). */
export function isBasic(text: string): boolean {
  return [...text.matchAll(/\bbasic ([A-Za-z\d+/]{8,400}={0,2})/giu)].some(([, coded = '']) =>
    /^[\x20-\x7e]{1,100}:[\x20-\x7e]{1,200}$/.test(Buffer.from(coded, 'base64').toString('latin1')),
  );
}
