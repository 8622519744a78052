/** Texts by what a careless program takes them for; each fits into a level's name, of 50 characters. */
export const hostileTexts = {
  'an element that runs': '<img src=x onerror="window.hit=1">',
  'the end of a script': '</script><script>window.hit=1</script>',
  'an end of an attribute': '"><b onmouseover=window.hit=1 x="',
  'an entity': '&lt;b&gt;&#60;i&amp;lt;',
  'wiki markup': '{color:red}*P*{color} [~accountid:abel] [a|b]',
  'a node of a document': '{"type":"mention","attrs":{"id":"abel"}}',
  'an address that runs': 'javascript:window.hit=1',
  'JQL that would go on': '" OR project = OPS ORDER BY key --',
  'quotes and backslashes': 'it\'s "a\\b" \\"c\\\\',
  'a backslash at its end': 'Low\\',
  'an escape of JQL': '\\u0022 \\n \\x',
  'a keyword of JQL': 'empty',
  'a reserved word of JQL': 'order',
  'a function of JQL': 'currentUser()',
  'the key of a record': 'clock:10000#1@2/../due:1',
  'what every object inherits': 'constructor',
  'the parent of every object': '__proto__',
  'a template': '{{7*7}}#{7*7}%s%n',
  'a formula': '=HYPERLINK("http://x","P1")',
  'an override of direction': 'gnp\u202etxt',
  'isolates that stay open': 'a\u2066b\u2067c',
  'letters without width': 'P\u200b1\ufeff\u2060',
  'nothing to be seen': '\u200b\u2060',
  'a pile of marks': `e${'\u0301'.repeat(40)}`,
  'half a pair': 'a\ud800b',
  'the head of a mail': 'P1\r\nBcc: eve@example.com',
  'controls of a terminal': 'P1\u0007\u001b[2K',
  'the end of a text in C': 'P1\u0000P2',
} as const;

export type HostileText = keyof typeof hostileTexts;

/** A value as a person who knows JQL writes it: what JSON escapes in these texts, JQL escapes the same way. */
export const inJql = (value: string): string => JSON.stringify(value);
