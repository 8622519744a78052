import type { ProductEvent } from '../../devsite/jira/jira';
import { openDeliveries } from '../../devsite/platform/deliveries';
import { openJournal } from '../../devsite/platform/journal';
import { openProductEvents } from '../../devsite/platform/product-events';
import { aPlatform } from '../builders/a-platform';

const updated = 'avi:jira:updated:issue';

function aSite(filter: Record<string, unknown>) {
  const trigger = [{ key: 'on-issue', function: 'heard', events: [updated], filter }];
  const platform = aPlatform({ modules: { trigger }, functions: { heard: () => undefined } });
  const journal = openJournal(platform);
  const site = { ...platform, deliveries: openDeliveries(platform), journal, cloudId: 'cloud-1', appAccountId: 'app' };
  const events = openProductEvents({ ...site, policy: { latency: [0, 0] } });
  const update = async (fields: object) => {
    const event: ProductEvent = {
      eventType: updated,
      actor: 'alice',
      body: { issue: { id: '1', key: 'IT-1', fields } },
    };
    events.emit(event);
    await platform.advance(0);
  };
  return { ...site, update, heard: () => platform.calls.map(({ payload }) => payload.issue.fields.summary) };
}

const printers = "event.issue.fields?.summary.includes('Printer')";

describe('the expression of a trigger’s filter', () => {
  it('lets through the events that it finds true, and no others', async () => {
    const site = aSite({ expression: printers });
    await site.update({ summary: 'Printer on fire' });
    await site.update({ summary: 'Flood' });
    expect(site.heard()).toEqual(['Printer on fire']);
    expect(site.journal.recent(5)).toEqual([]);
  });

  it('stands beside the other filters', async () => {
    const site = aSite({ expression: printers, ignoreSelf: true });
    await site.update({ summary: 'Printer' });
    expect(site.heard()).toEqual(['Printer']);
  });

  it('may have statements, and its own words for what goes wrong', async () => {
    const expression = `try {
      return event.issue.fields.kind == 'Bug';
    } catch (e) {
      throw \`Unexpected: "\${e.location}"\`;
    }`;
    const site = aSite({ expression, onError: 'RECEIVE' });
    await site.update({ summary: 'Printer', kind: 'Bug' });
    await site.update({ summary: 'Flood' });
    expect(site.calls.map(({ payload }) => payload.expressionError)).toEqual([
      undefined,
      { message: 'Unexpected: "event.issue.fields.kind"' },
    ]);
  });
});

describe('an expression that fails', () => {
  const failing = "event.issue.fields.kind.name == 'Bug'";
  const lived = async (onError?: string) => {
    const site = aSite({ expression: failing, ...(onError && { onError }) });
    await site.update({ summary: 'Printer' });
    return { heard: site.heard().length, logged: site.journal.recent(5).length };
  };

  it.each([
    [undefined, { heard: 0, logged: 1 }],
    ['IGNORE_AND_LOG', { heard: 0, logged: 1 }],
    ['IGNORE', { heard: 0, logged: 0 }],
    ['RECEIVE_AND_LOG', { heard: 1, logged: 1 }],
    ['RECEIVE', { heard: 1, logged: 0 }],
  ])('with onError %s', async (onError, expected) => {
    expect(await lived(onError)).toEqual(expected);
  });

  it('says in the log of the app why', async () => {
    const site = aSite({ expression: failing });
    await site.update({ summary: 'Printer' });
    expect(site.journal.recent(1)).toMatchObject([
      {
        functionKey: 'heard',
        cause: updated,
        ok: false,
        logs: [{ level: 'error', text: expect.stringContaining('kind') }],
      },
    ]);
  });

  it('is also one that returns no Boolean', async () => {
    const site = aSite({ expression: 'event.issue.key' });
    await site.update({ summary: 'Printer' });
    expect(site.heard()).toEqual([]);
    expect(site.journal.recent(1)).toMatchObject([{ logs: [{ text: expect.stringContaining('returned String') }] }]);
  });

  it('is also one that takes more than 50,000 steps', async () => {
    const list = `[${Array(40).fill(1).join(',')}]`;
    const expression = `let l = ${list}; l.map(a => l.map(b => l.map(c => a + b + c))).length > 0`;
    const site = aSite({ expression });
    await site.update({ summary: 'Printer' });
    expect(site.journal.recent(1)).toMatchObject([{ logs: [{ text: expect.stringContaining('50000') }] }]);
  });
});

describe('refused when the site starts is', () => {
  it.each([
    ['an expression that is none', { expression: 'event.issue ===' }, 'is not one'],
    ['an expression of more than 10,000 characters', { expression: `'${'a'.repeat(10_000)}'` }, 'too long'],
    ['an onError that there is not', { expression: 'true', onError: 'PANIC' }, 'PANIC'],
    [
      'what asks for entity properties',
      { expression: "event.runtime.issue.properties['a'] == 1" },
      'does not simulate',
    ],
    ['what makes things by new', { expression: 'new Date() == null' }, 'does not simulate'],
  ])('%s', (_what, filter, message) => {
    expect(() => aSite(filter)).toThrow(message);
  });
});
