import type { Choices } from '@fettle/set-up/domain/choices';
import { type Drift, driftOf } from '@fettle/set-up/domain/drift';
import { mappingOf } from '@fettle/set-up/domain/mapping-of';
import type { FieldReading, SiteReading } from '@fettle/set-up/domain/reading';
import { nothingRemembered, remember } from '@fettle/set-up/domain/remembered';
import { planOf } from '@fettle/set-up/domain/stages';
import { marked, wantedFields } from '@fettle/set-up/domain/wish';
import { aField, anEmptySite, aProject, options } from '../../builders/a-site-reading';

const type = (id: string, name: string, description = '') => ({
  id,
  name,
  description,
  isSubtask: false,
  projectId: undefined,
});

/** A field for everything that is wanted, with options where it has some; the first two are not the app's own. */
const fields: readonly FieldReading[] = wantedFields.map(({ name, type: kind, text, options: values }, place) =>
  aField({
    id: `customfield_${place}`,
    name,
    type: kind,
    description: place < 2 ? '' : marked(text),
    contexts: values.length ? [{ id: '1', options: values.map((value, i) => ({ id: `${place}${i}`, value })) }] : [],
  }),
);

const screen = { id: '3', name: 'Screen', description: '', tabId: '30', fieldIds: fields.map(({ id }) => id) };

/** A site that is set up: everything is there, and one project has incidents. */
const whole = anEmptySite({
  issueTypes: [type('7', 'Incident'), type('8', 'Problem'), type('9', 'Change'), type('10', 'Service request')],
  fields,
  linkTypes: [
    { id: '1', name: 'Problem/Incident', inward: 'is caused by', outward: 'causes' },
    { id: '2', name: 'Resolved by change', inward: 'is resolved by', outward: 'resolves' },
  ],
  statuses: [{ id: '4', name: 'Waiting for vendor', description: '', category: 'IN_PROGRESS', projectId: undefined }],
  screens: [screen],
  projects: [aProject({ issueTypeIds: ['7'], screenIds: ['3'] })],
});

const noChoices: Choices = { items: {}, levels: {} };

/** What is told of a site after it was set up as `before` with these choices. */
function drift(after: Partial<SiteReading>, { before = whole, choices = noChoices, knows = true } = {}) {
  const then = planOf(before, choices);
  const went = mappingOf(then.items, before, choices);
  const known = knows ? remember(then.items, went, before) : nothingRemembered;
  const reading = { ...before, ...after };
  const plan = planOf(reading, choices, known);
  const goes = mappingOf(plan.items, reading, choices, went);
  return driftOf(went, known, { reading, plan, goes, configuration: { definitions: [] } });
}

const without = (name: string) => fields.filter((field) => field.name !== name);
const renamed = (name: string, to: string) =>
  fields.map((field) => (field.name === name ? { ...field, name: to } : field));

test('a site on which nothing changed has no drift', () => {
  expect(drift({})).toEqual([]);
});

describe('a field that was deleted is told once, by the name it had', () => {
  test.each(wantedFields.map(({ id, name }) => [name, id]))('%s', (name, id) => {
    expect(drift({ fields: without(name) })).toEqual([
      { code: 'thing-gone', of: name, item: id, mend: { code: 'made-anew' } },
    ]);
  });

  test('an adopted one by its own name', () => {
    const before = { ...whole, fields: renamed('Impact', 'Severity') };
    expect(drift({ fields: without('Impact') }, { before })).toEqual([
      { code: 'thing-gone', of: 'Severity', item: 'field:impact', mend: { code: 'made-anew' } },
    ]);
  });

  test('one that an admin had chosen is to be chosen anew', () => {
    const choices = { ...noChoices, items: { 'field:expected-resume': 'adopt:customfield_4' } };
    expect(drift({ fields: without('Expected resume') }, { choices })).toEqual([
      { code: 'thing-gone', of: 'Expected resume', item: 'field:expected-resume', mend: { code: 'to-be-chosen' } },
    ]);
  });

  test('one whose place another field takes says which', () => {
    const severity = aField({ id: 'customfield_20', name: 'Severity', contexts: options('1', '2', '3') });
    const [gone, ...others] = drift({ fields: [...without('Impact'), severity] });
    expect(gone).toEqual({
      code: 'thing-gone',
      of: 'Impact',
      item: 'field:impact',
      mend: { code: 'replaced', by: 'Severity' },
    });
    expect(others).toEqual([{ code: 'fields-off-screens', of: 'Operations', fields: ['Severity'] }]);
  });

  test('where release 0.1.0 kept no names, by what Fettle calls it', () => {
    expect(drift({ fields: without('Impact') }, { knows: false })).toEqual([
      { code: 'thing-gone', of: 'Impact', item: 'field:impact', mend: { code: 'made-anew' } },
    ]);
  });
});

describe('what is gone beside fields', () => {
  const said = (after: Partial<SiteReading>): readonly Drift[] => drift(after);

  test('the type of incidents is one line, though another is to be made', () => {
    const issueTypes = whole.issueTypes.filter(({ name }) => name !== 'Incident');
    expect(said({ issueTypes })).toEqual([
      { code: 'thing-gone', of: 'Incident', item: 'type:incident', mend: { code: 'made-anew' } },
    ]);
  });

  test('a priority by its name and what it stood for', () => {
    const priorities = whole.priorities.filter(({ name }) => name !== 'Low');
    expect(said({ priorities })).toEqual([{ code: 'priority-gone', of: 'Low', levels: [4] }]);
  });

  test('a status that paused by its name', () => {
    expect(said({ statuses: [] })).toEqual([{ code: 'status-gone', of: 'Waiting for vendor' }]);
  });

  test('a link type by its name', () => {
    expect(said({ linkTypes: whole.linkTypes.slice(0, 1) })).toEqual([
      { code: 'thing-gone', of: 'Resolved by change', item: 'link:resolved-by-change', mend: { code: 'made-anew' } },
    ]);
  });

  test('fields that were taken off the screens of a project, in one line', () => {
    const screens = [{ ...screen, fieldIds: ['customfield_1', 'customfield_2', 'customfield_3'] }];
    expect(said({ screens })).toEqual([
      { code: 'fields-off-screens', of: 'Operations', fields: ['Impact', 'Expected resume'] },
    ]);
  });
});

describe('what is no drift', () => {
  test.each([
    ['a field that was given another name', { fields: renamed('Impact', 'Auswirkung') }],
    ['a field of the app’s own that was', { fields: renamed('Expected resume', 'Weiter am') }],
    ['the type of incidents that was', { issueTypes: [type('7', 'Störung'), ...whole.issueTypes.slice(1)] }],
    [
      'a link type that was',
      { linkTypes: [{ id: '1', name: 'Ursache', inward: 'durch', outward: 'für' }, ...whole.linkTypes.slice(1)] },
    ],
    ['a priority that came since', { priorities: [{ id: '9', name: 'Blocker' }, ...whole.priorities] }],
  ])('%s', (_what, after: Partial<SiteReading>) => {
    expect(drift(after)).toEqual([]);
  });
});

test('options that came since are one line for their field, and the others keep their levels', () => {
  const [impact, ...others] = fields;
  const more = [...(impact?.contexts[0]?.options ?? []), { id: '90', value: 'None' }, { id: '91', value: 'Unknown' }];
  const after = [{ ...(impact as FieldReading), contexts: [{ id: '1', options: more }] }, ...others];
  expect(drift({ fields: after })).toEqual([
    { code: 'options-without-level', of: 'Impact', options: ['None', 'Unknown'] },
  ]);
});
