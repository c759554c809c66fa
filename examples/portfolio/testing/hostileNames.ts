/** Names that would run a script, break out of a tag or an attribute, or be taken for a template. */
export const hostileNames: readonly string[] = [
  '<script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)',
  "'><svg onload=alert(1)>",
  ']]><!-- &lt;b&gt; {total}',
  '</text></svg><script>alert(2)</script>',
]
