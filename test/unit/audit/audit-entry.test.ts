import { auditEntry, hashOf } from '@fettle/audit/audit-entry';
import { write } from '@fettle/kernel/records';
import { type ClockRecord, clockEntity } from '@fettle/sla/clock-entity';
import { dueEntity } from '@fettle/sla/due-entry';

const deed = { actor: 'ada', action: 'due.moved', at: '2026-11-20T09:00:00.000Z', reason: 'the goal changed' };
const stored = { value: { issueId: '1', at: '2026-11-20T10:00:00.000Z' }, revision: 3, trail: { seq: 2, hash: 'aa' } };

describe('an audit entry', () => {
  test('tells who changed what from what to what, and why', () => {
    const entry = auditEntry(deed, write(dueEntity, 'due:1', { issueId: '1', at: '2026-11-20T11:00:00.000Z' }, stored));
    expect(entry).toMatchObject({
      subject: 'due-entry#due:1',
      ...deed,
      changed: { at: { from: '2026-11-20T10:00:00.000Z', to: '2026-11-20T11:00:00.000Z' } },
    });
  });

  test('follows the last one of its subject', () => {
    const entry = auditEntry(deed, write(dueEntity, 'due:1', undefined, stored));
    expect(entry).toMatchObject({ seq: 3, prevHash: 'aa' });
    const { hash, ...told } = entry;
    expect(hashOf(told)).toBe(hash);
  });

  test('begins a chain for a new record', () => {
    const entry = auditEntry(deed, write(dueEntity, 'due:1', { issueId: '1', at: deed.at }));
    expect(entry.seq).toBe(1);
    expect(entry).not.toHaveProperty('prevHash');
  });

  test('does not repeat what replay can rebuild', () => {
    const record = { issueId: '1', projectId: '2', seen: deed.at, facts: {}, published: {}, escalations: {} };
    const entry = auditEntry(deed, write(clockEntity, 'clock:1', record as unknown as ClockRecord));
    expect(Object.keys(entry.changed).sort()).toEqual(['escalations', 'issueId', 'projectId']);
  });

  test('has another hash when any part of it is another', () => {
    const { hash, ...entry } = auditEntry(deed, write(dueEntity, 'due:1', undefined, stored));
    const other = [
      { ...entry, actor: 'eve' },
      { ...entry, seq: 4 },
      { ...entry, prevHash: 'ab' },
      { ...entry, changed: {} },
      { ...entry, reason: 'none' },
    ];
    for (const forged of other) expect(hashOf(forged)).not.toBe(hash);
  });
});
