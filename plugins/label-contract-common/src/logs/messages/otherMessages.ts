/** The process's own listening, which is no dependency: a port in use, a bind that failed. */
export const OWN_LISTENING =
  /\bEADDRINUSE\b|\baddress (?:already |is already )?in use\b|\blisten (?:tcp|udp|unix|E[A-Z]{3,12})\b|\bbind: |\b(?:failed|unable|could not|cannot|can't) (?:to )?(?:bind|listen)\b|\bbind\(\) to\b|\bpermission denied.{0,20}\blisten/i;

/** What clients of this process did. */
export const INBOUND =
  /\bhandshake error from\b|\b(?:from|to) client\b(?![-.\w]|:\d)|\bclient (?:closed|disconnected|aborted)|\bclosed (?:keepalive )?connection.{0,30}\bclient\b|\baccept (?:tcp|error)\b|\baccept\(\)/i;

/** A peer that took a port by chance, reaching one of ours: `10.0.0.5:8080->10.1.2.3:53422`. */
export const PEERS = /(?::(\d{1,5}))->\[?[\w.:-]{2,60}?\]?:(\d{1,5})(?!\d)/;

/** Something was reached. */
export const REACHED =
  /\b(?:re)?connected (?:successfully )?(?:to|with)\b|\bsuccessfully (?:re)?connected\b|\bconnection (?:to .{1,100} )?(?:is )?(?:established|succeeded|successful|restored|opened|ready)\b|\bestablished (?:a |the )?connection\b|\bis (?:now )?(?:available|reachable|up|ready)\b|\baccepting connections\b|\bopen\b.{0,10}$/i;

/** Takes a success back: "connection could not be established". */
export const NEGATION =
  /\b(?:not|never|no|cannot|unable|fail(?:ed|ure|ing)?|error|lost|refused|without|until|when|if)\b|n't\b|\bdis(?:connected|connecting)/i;

/** Something is about to be reached; the next line may say that it failed. */
export const ATTEMPT =
  /\b(?:re)?connect(?:ing|s)? (?:to|with)\b|\b(?:attempt|try|about)(?:ing|s)? to (?:re)?(?:connect|reach|resolve|open)|\bwait(?:ing|s)? (?:\d+ ?s\w* )?for\b|\bopening (?:a )?(?:\w+ )?connection\b|\bdialing\b|\bresolving\b|\bcontacting\b|\bprobing\b|\bretry(?:ing)?\b|\b(?:connection|database|broker|redis|db) (?:url|uri|string|host|address)\b|\bjdbc:/i;

/** Exporters of traces, metrics and errors: they fail in the background, and no process ends by it. */
export const TELEMETRY =
  /\bopen-?telemetry|\botel\b|\botlp\b|\bjaeger|\bzipkin|\bstatsd\b|\bsentry\b|\bdatadog\b|\bnew ?relic\b|\bapm-server\b|\bexport(?:ing|er)?\b.{0,20}\b(?:spans?|traces?|metrics?)\b/i;
