import { type Configuration, configurationKey } from '@fettle/journeys/configuration';
import { knowing } from '@fettle/journeys/known-statuses';
import { withEdit } from '@fettle/journeys/with-edit';
import { definitionEntity, definitionKey } from '@fettle/sla/definition-entity';
import type { Definition } from '@fettle/sla/domain/definition';
import type { StatusCategory } from '@fettle/sla/domain/status-categories';
import { aConfiguration, aSmallWorld, at } from '../../builders/a-small-world';
import { aDefinition, aGoal } from '../sla/builders';

const byCategory = (values: readonly string[]): Definition => ({
  ...aDefinition({ goals: [aGoal('rest', 4, 'always')] }),
  stop: [{ kind: 'enters', field: 'status', values, category: 'done' }],
});

const statuses = { new: ['New'], indeterminate: ['Doing'], done: ['Done'], unlisted: [] };
const knowingDone = (parts: Partial<Configuration> = {}) =>
  aConfiguration({ statuses, definitions: [byCategory(['Done'])], ...parts });

/** A world whose Jira has these statuses, and who asked for which. */
function aWorldWith(categories: Readonly<Record<string, StatusCategory>>, configuration = knowingDone()) {
  const asked: string[] = [];
  const small = aSmallWorld(
    {
      status: async (id) => {
        asked.push(id);
        const category = categories[id];
        return category && { id, category };
      },
      statuses: async () => {
        asked.push('all');
        return Object.entries(categories).map(([id, category]) => ({ id, category }));
      },
    },
    configuration,
  );
  const now = () => small.settings[configurationKey] as Configuration;
  const meet = (all: readonly string[], present: readonly string[] = []) =>
    knowing({ all, present }, configuration, small.world);
  return { ...small, asked, now, meet };
}

const stopsAt = ({ definitions }: Configuration, place = 0) =>
  definitions[place]?.stop.flatMap((trigger) => (trigger.kind === 'enters' ? trigger.values : []));

describe('a status that is met', () => {
  test.each<readonly [string, StatusCategory, readonly string[]]>([
    ['that is done', 'done', ['Done', 'Met']],
    ['that is under way', 'indeterminate', ['Done']],
    ['that is new', 'new', ['Done']],
  ])('%s is asked for once, and counts so from then on', async (_what, category, expected) => {
    const { meet, now, asked } = aWorldWith({ Met: category });
    expect(stopsAt(await meet(['New', 'Met']))).toEqual(expected);
    await meet(['Met']);
    expect(stopsAt(now())).toEqual(expected);
    expect(now().statuses?.[category]).toContain('Met');
    expect(asked).toEqual(['Met']);
  });

  test('and is known is asked for by nobody, and nothing is read', async () => {
    const { meet, asked, world } = aWorldWith({});
    const configuration = knowingDone();
    const reads: string[] = [];
    const records = { ...world.records, setting: async ({ key }: { readonly key: string }) => void reads.push(key) };
    expect(await knowing({ all: ['New', 'Done'], present: [] }, configuration, { ...world, records })).toBe(
      configuration,
    );
    await meet(['Doing']);
    expect([asked, reads]).toEqual([[], []]);
  });

  test('counts for the versions of before as well', async () => {
    const former = [{ definition: byCategory(['Done']), until: at(5), running: 'move' as const }];
    const { meet } = aWorldWith(
      { Met: 'done' },
      knowingDone({ definitions: [{ ...byCategory(['Done']), version: 2, former }] }),
    );
    const [definition] = (await meet(['Met'])).definitions;
    expect(definition?.former?.map((one) => one.definition.stop)).toEqual([definition?.stop]);
  });

  test('does not join statuses that an admin picked one by one', async () => {
    const picked = { ...byCategory([]), stop: [{ kind: 'enters' as const, field: 'status', values: ['Done'] }] };
    const { meet } = aWorldWith({ Met: 'done' }, knowingDone({ definitions: [picked] }));
    expect(stopsAt(await meet(['Met']))).toEqual(['Done']);
  });

  test('and that Jira does not list is asked for again only when an issue is in it', async () => {
    const categories: Record<string, StatusCategory> = {};
    const { meet, asked, now } = aWorldWith(categories);
    await meet(['Gone']);
    await meet(['Gone']);
    expect([asked, now().statuses?.unlisted]).toEqual([['Gone'], ['Gone']]);
    categories.Gone = 'done';
    expect(stopsAt(await meet(['Gone'], ['Gone']))).toEqual(['Done', 'Gone']);
    expect(now().statuses?.unlisted).toEqual([]);
  });

  test('is known in the end when two learn of one each at once', async () => {
    const { meet, now } = aWorldWith({ Met: 'done', Dropped: 'done' });
    await Promise.all([meet(['Met']), meet(['Dropped'])]);
    await meet(['Met', 'Dropped']);
    expect(stopsAt(now())?.toSorted()).toEqual(['Done', 'Dropped', 'Met']);
  });
});

describe('a version that is joined in late', () => {
  const edit = {
    ...({ kind: 'service-level', id: 'sla', version: 2, running: 'move' } as const),
    at: new Date(at(9)).toISOString(),
    definition: { ...byCategory(['Done']), version: 2 },
  };
  const since = aConfiguration({ statuses: { ...statuses, done: ['Done', 'Met'] }, definitions: [byCategory([])] });
  const joined = (known: typeof statuses) => {
    const [definition] = since.definitions;
    const own = { ...edit, id: String(definition?.id), definition: { ...edit.definition, id: String(definition?.id) } };
    return stopsAt(withEdit(since, { ...own, statuses: known }));
  };

  test.each<readonly [string, typeof statuses, readonly string[]]>([
    ['counts a status that was met since', statuses, ['Done', 'Met']],
    ['leaves one that it knew by another category', { ...statuses, indeterminate: ['Met'] }, ['Done']],
  ])('%s', (_what, known, expected) => {
    expect(joined(known)).toEqual(expected);
  });
});

describe('a configuration of release 0.1.0', () => {
  const old = (parts: Partial<Definition>): Definition => {
    const [stop] = byCategory(['Done']).stop;
    const { category: _, ...plain } = stop as Extract<Definition['stop'][number], { kind: 'enters' }>;
    return { ...byCategory([]), stop: [plain], ...parts };
  };
  const drafted = (kind: 'enters-category' | 'enters') => ({
    draft: {
      ...{ start: [], reset: [] },
      stop: [kind === 'enters' ? { kind, field: 'status', values: ['Done'] } : { kind, category: 'done' }],
    },
  });

  test.each<readonly [string, 'enters-category' | 'enters', readonly string[]]>([
    ['by a category', 'enters-category', ['Done', 'Met']],
    ['by statuses picked one by one', 'enters', ['Done']],
  ])('counts what came since where its draft stops %s', async (_what, kind, expected) => {
    const { statuses: _known, ...configuration } = knowingDone({ definitions: [old({ version: 1.5 })] });
    const { meet, rows, now, asked, settings } = aWorldWith({ Done: 'done', Met: 'done', New: 'new' }, configuration);
    const [definition] = configuration.definitions;
    const key = definitionKey('service-level', String(definition?.id), 2);
    rows.set(`${definitionEntity.name}/${key}`, { value: { body: drafted(kind) }, revision: 1, trail: undefined });
    expect(stopsAt(await meet([]))).toEqual(expected);
    await meet(['Met', 'New']);
    expect(stopsAt(now())).toEqual(expected);
    expect(asked).toEqual(['all']);
    expect(settings.recount).toMatchObject({ turn: 1 });
  });
});
