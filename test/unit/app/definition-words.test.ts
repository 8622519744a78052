import type { DefinitionDraft } from '@fettle/sla/domain/draft';
import { newDefinition, unready } from '../../../static/app/src/administration/definitions/new-definition';
import {
  type Choices,
  idsOfStatuses,
  namesOfStatuses,
  sentenceOf,
} from '../../../static/app/src/administration/definitions/words';

const choices: Choices = {
  statuses: [
    { id: '1', name: 'New', category: 'new' },
    { id: '2', name: 'Waiting', category: 'indeterminate' },
    { id: '3', name: 'Waiting', category: 'indeterminate' },
  ],
  priorities: [{ id: '10', name: 'High' }],
  issueTypes: [],
  choiceFields: [{ id: 'customfield_1', name: 'Impact' }],
  dateFields: [],
};

describe('a definition in words', () => {
  test('names each part, and leaves out what there is none of', () => {
    expect(sentenceOf(newDefinition('c'), choices)).toBe(
      'Starts when it is created, stops when it is Done, whatever the status is called.',
    );
    const draft: DefinitionDraft = {
      ...newDefinition('c'),
      start: [{ kind: 'enters', field: 'priority', values: ['10'] }],
      pause: [
        { kind: 'in-status', statuses: ['2', '3'] },
        { kind: 'jql', jql: 'labels = hold' },
      ],
      reset: [{ kind: 'enters', field: 'customfield_1', values: ['7', '8'] }],
    };
    expect(sentenceOf(draft, choices)).toBe(
      'Starts when its priority becomes High, pauses while its status is Waiting or labels = hold, stops when it is Done, whatever the status is called, starts over when its impact becomes one of 2 values.',
    );
  });

  test('shows a status name once, and stands for all that have it', () => {
    expect(namesOfStatuses(['2'], choices.statuses)).toEqual(['Waiting']);
    expect(idsOfStatuses(['Waiting'], choices.statuses)).toEqual(['2', '3']);
    expect(namesOfStatuses(['99'], choices.statuses)).toEqual(['99']);
  });

  test('waits for values that are still to be picked', () => {
    const draft = { ...newDefinition('c'), pause: [{ kind: 'in-status' as const, statuses: [] }] };
    expect(unready(draft)).toEqual([{ place: 'pause[0]', code: 'nothing-picked' }]);
  });
});
