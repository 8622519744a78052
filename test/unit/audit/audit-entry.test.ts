import { auditEntry } from '@fettle/audit/audit-entry';
import { hashOf, withoutPerson } from '@fettle/audit/domain/entry';
import { write } from '@fettle/kernel/records';
import { type ClockRecord, clockEntity } from '@fettle/sla/clock-entity';
import { dueEntity } from '@fettle/sla/due-entry';

const salt = () => 'a salt';
const deed = { actor: 'policy', action: 'due.moved', at: '2026-11-20T09:00:00.000Z', reason: 'the goal changed' };
const stored = { value: { issueId: '1', at: '2026-11-20T10:00:00.000Z' }, revision: 3, trail: { seq: 2, hash: 'aa' } };

describe('an audit entry of a person', () => {
  const decided = { ...deed, actor: '712020:ada-lovelace', reason: 'asked by 712020:ada-lovelace' };
  const change = { issueId: '1', at: '2026-11-20T11:00:00.000Z' };
  let salts = 0;
  const freshSalt = () => {
    salts += 1;
    return `salt ${salts}`;
  };
  const entry = auditEntry(decided, write(dueEntity, 'due:1', change, stored), freshSalt);

  test('names the person, and has a salt for every account id in it', () => {
    expect(entry.actor).toBe('712020:ada-lovelace');
    expect(Object.keys(entry.people ?? {})).toEqual(['712020:ada-lovelace']);
  });

  test('has the same hash once the person is erased, and names nobody then', () => {
    const { hash, ...erased } = withoutPerson(entry, '712020:ada-lovelace', 'another');
    expect(hashOf(erased)).toBe(hash);
    expect(JSON.stringify(erased)).not.toContain('ada');
    expect(erased.people).toBeUndefined();
  });

  test('keeps whoever else it names', () => {
    const both = auditEntry(
      { ...decided, reason: 'for 712020:carl-gauss' },
      write(dueEntity, 'due:1', change),
      freshSalt,
    );
    const { hash, ...erased } = withoutPerson(both, '712020:ada-lovelace', 'another');
    expect(erased.reason).toBe('for 712020:carl-gauss');
    expect(hashOf(erased)).toBe(hash);
  });

  test('is another when somebody else is put in', () => {
    const { hash, ...rest } = entry;
    expect(hashOf({ ...rest, actor: '712020:eve-monroe' })).not.toBe(hash);
    expect(hashOf({ ...rest, people: { '712020:ada-lovelace': 'salt 0' } })).not.toBe(hash);
  });
});

describe('an audit entry', () => {
  test('tells who changed what from what to what, and why', () => {
    const entry = auditEntry(
      deed,
      write(dueEntity, 'due:1', { issueId: '1', at: '2026-11-20T11:00:00.000Z' }, stored),
      salt,
    );
    expect(entry).toMatchObject({
      subject: 'due-entry#due:1',
      ...deed,
      changed: { at: { from: '2026-11-20T10:00:00.000Z', to: '2026-11-20T11:00:00.000Z' } },
    });
  });

  test('follows the last one of its subject', () => {
    const entry = auditEntry(deed, write(dueEntity, 'due:1', undefined, stored), salt);
    expect(entry).toMatchObject({ seq: 3, prevHash: 'aa' });
    const { hash, ...told } = entry;
    expect(hashOf(told)).toBe(hash);
  });

  test('begins a chain for a new record', () => {
    const entry = auditEntry(deed, write(dueEntity, 'due:1', { issueId: '1', at: deed.at }), salt);
    expect(entry.seq).toBe(1);
    expect(entry).not.toHaveProperty('prevHash');
  });

  test('does not repeat what replay can rebuild', () => {
    const record = { issueId: '1', projectId: '2', seen: deed.at, facts: {}, published: {}, escalations: {} };
    const entry = auditEntry(deed, write(clockEntity, 'clock:1', record as unknown as ClockRecord), salt);
    expect(Object.keys(entry.changed).sort()).toEqual(['escalations', 'issueId', 'projectId']);
  });

  test('tells of what grows part by part the parts that changed', () => {
    const step = { state: 'started', at: 1 };
    const record = { issueId: '1', projectId: '2', escalations: { a: step, b: step } } as unknown as ClockRecord;
    const after = { ...record, escalations: { a: step, b: { ...step, state: 'done' }, c: step } } as ClockRecord;
    const entry = auditEntry(deed, write(clockEntity, 'clock:1', after, { ...stored, value: record }), salt);
    expect(entry.changed).toEqual({
      escalations: { from: { b: step }, to: { b: { ...step, state: 'done' }, c: step } },
    });
  });

  test('has another hash when any part of it is another', () => {
    const { hash, ...entry } = auditEntry(deed, write(dueEntity, 'due:1', undefined, stored), salt);
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
