import type { Json } from '../../devsite/jira/json';
import { aSiteWithATeam, contextOf, create, got, makeField, search, TYPES } from '../builders/a-custom-field';
import type { AJira } from '../builders/a-jira';

describe('the value of', () => {
  /** A field of a type on the create screen, with options if it can have any. */
  function withField(site: AJira, type: string, searcher: string): string {
    const field = makeField(site, { type: `${TYPES}:${type}`, searcherKey: `${TYPES}:${searcher}` }).body.id;
    const options = `/field/${field}/context/${contextOf(site, field)}/option`;
    site.asApp('POST', options, { options: [{ value: 'Small' }, { value: 'Large' }, { value: 'Huge' }] });
    site.asApp('POST', `/screens/addToDefault/${field}`);
    return field;
  }

  const keysOf = (site: AJira, jql: string): Json => {
    site.now += 60_000;
    const { status, body } = search(site, jql);
    expect({ jql, status, body }).toMatchObject({ status: 200 });
    return body.issues.map(({ id }: Json) => Number(id) - 9_999);
  };

  test.each(['multiselect', 'multicheckboxes'])('a %s is a list of options', (type) => {
    const site = aSiteWithATeam();
    const field = withField(site, type, 'multiselectsearcher');
    expect(create(site, { [field]: [{ value: 'Large' }, { value: 'Small' }, { value: 'Large' }] }).status).toBe(201);
    expect(got(site, '/issue/POST-1').fields[field]).toMatchObject([{ value: 'Large' }, { value: 'Small' }]);
    for (const value of [{ value: 'Large' }, [{ value: 'Tiny' }], ['Large']])
      expect(create(site, { [field]: value }).status).toBe(400);
    create(site, { [field]: [] });
    expect(got(site, '/issue/POST-2').fields[field]).toBeNull();
    expect(keysOf(site, '"Size" = Small')).toEqual([1]);
    expect(keysOf(site, '"Size" in (Huge, Large)')).toEqual([1]);
    expect(keysOf(site, '"Size" is EMPTY AND project = POST')).toEqual([2]);
    site.asPerson('ada', 'PUT', '/issue/POST-1', { fields: { [field]: [{ value: 'Huge' }] } });
    expect(got(site, '/issue/POST-1?expand=changelog').changelog.histories[0].items).toMatchObject([
      { fromString: 'Large,Small', toString: 'Huge' },
    ]);
    const { allowedValues, schema } = got(site, '/issue/createmeta/POST/issuetypes/10000').fields.find(
      ({ fieldId }: Json) => fieldId === field,
    );
    expect({ allowedValues, schema }).toMatchObject({ allowedValues: [{}, {}, {}], schema: { items: 'option' } });
  });

  test('labels is a list of words', () => {
    const site = aSiteWithATeam();
    const field = withField(site, 'labels', 'labelsearcher');
    for (const value of ['wet', ['wet and cold'], [7]]) expect(create(site, { [field]: value }).status).toBe(400);
    create(site, { [field]: ['wet', 'cold', 'wet'] });
    expect(got(site, '/issue/POST-1').fields[field]).toEqual(['cold', 'wet']);
    expect(keysOf(site, '"Size" = cold')).toEqual([1]);
    expect(keysOf(site, '"Size" != cold')).toEqual([]);
  });

  test('radio buttons is one option', () => {
    const site = aSiteWithATeam();
    const field = withField(site, 'radiobuttons', 'multiselectsearcher');
    create(site, { [field]: { value: 'Large' } });
    expect(got(site, '/issue/POST-1').fields[field]).toMatchObject({ value: 'Large' });
    expect(keysOf(site, '"Size[Radio Buttons]" = Large')).toEqual([1]);
  });

  test('a URL is an address, found as it is', () => {
    const site = aSiteWithATeam();
    const field = withField(site, 'url', 'exacttextsearcher');
    expect(create(site, { [field]: 'not an address' }).status).toBe(400);
    create(site, { [field]: 'https://example.com/a' });
    expect(got(site, '/issue/POST-1').fields[field]).toBe('https://example.com/a');
    expect(keysOf(site, '"Size" = "https://example.com/a"')).toEqual([1]);
    expect(search(site, '"Size" ~ example').status).toBe(400);
  });

  test('a date is a day', () => {
    const site = aSiteWithATeam();
    const field = withField(site, 'datepicker', 'daterange');
    expect(create(site, { [field]: '2026-13-01' }).status).toBe(400);
    create(site, { [field]: '2026-03-04' });
    expect(keysOf(site, '"Size" > "2026-03-03" AND "Size" < "2026-03-05"')).toEqual([1]);
  });

  test('several options loses the one that goes, or has another for it', () => {
    const site = aSiteWithATeam();
    const field = withField(site, 'multiselect', 'multiselectsearcher');
    create(site, { [field]: [{ value: 'Small' }, { value: 'Large' }] });
    const options = `/field/${field}/context/${contextOf(site, field)}/option`;
    const [small, large, huge] = got(site, options).values.map(({ id }: Json) => id);
    site.asApp('DELETE', `${options}/${small}/issue?replaceWith=${huge}`);
    expect(got(site, '/issue/POST-1').fields[field]).toMatchObject([{ value: 'Large' }, { value: 'Huge' }]);
    site.asApp('DELETE', `${options}/${large}`);
    expect(got(site, '/issue/POST-1').fields[field]).toMatchObject([{ value: 'Huge' }]);
  });
});
