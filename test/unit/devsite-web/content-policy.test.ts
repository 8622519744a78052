import { contentPolicy } from '../../../devsite/web/content-policy';

const html = '<html><head></head><body><script>start()</script></body></html>';
const site = 'http://localhost:8090';

const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((each) => each.startsWith(`${name} `))
    ?.split(' ')
    .slice(1) ?? [];

test('a page may stand in the site’s pages', () => {
  expect(directive(contentPolicy(html, {}, site), 'frame-ancestors')).toContain(site);
});

test('styles at run time need the manifest’s leave', () => {
  const allowed = contentPolicy(html, { content: { styles: ['unsafe-inline'] } }, site);
  expect(directive(contentPolicy(html, {}, site), 'style-src')).not.toContain("'unsafe-inline'");
  expect(directive(allowed, 'style-src')).toContain("'unsafe-inline'");
});

test('scripts within the page are let in by their digest alone', () => {
  const scripts = directive(contentPolicy(html, {}, site), 'script-src');
  expect(scripts).not.toContain("'unsafe-inline'");
  expect(scripts.filter((source) => source.startsWith("'sha256-"))).toHaveLength(1);
});

test('egress that the manifest declares is let through', () => {
  const permissions = { external: { fetch: { client: ['https://api.example.com'] } } };
  expect(directive(contentPolicy(html, permissions, site), 'connect-src')).toContain('https://api.example.com');
});

test('nothing is reported to Atlassian', () => {
  expect(contentPolicy(html, {}, site)).not.toContain('report-uri');
});
