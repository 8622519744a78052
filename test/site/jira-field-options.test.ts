import type { Json } from '../../devsite/jira/json';
import { aSiteWithATeam, contextOf, create, got, search, withSize } from '../builders/a-custom-field';

describe('an option', () => {
  test('that is new can be set and searched for', () => {
    const site = aSiteWithATeam();
    const { field, options } = withSize(site);
    expect(create(site, { [field]: { value: 'Huge' } }).status).toBe(400);
    const { status, body } = site.asApp('POST', options, { options: [{ value: 'Huge' }] });
    expect({ status, body }).toMatchObject({ status: 200, body: { options: [{ value: 'Huge', disabled: false }] } });
    expect(create(site, { [field]: { value: 'Huge' } }).status).toBe(201);
    site.now += 60_000;
    expect(search(site, '"Size" = Huge')).toMatchObject({ status: 200, body: { issues: [{}] } });
    expect(got(site, `/customFieldOption/${body.options[0].id}`)).toMatchObject({ value: 'Huge' });
  });

  test('that is disabled cannot be set any more', () => {
    const site = aSiteWithATeam();
    const { field, options, ids } = withSize(site);
    const [small, large] = ids();
    const { body } = site.asApp('PUT', options, {
      options: [
        { id: small, disabled: true },
        { id: large, value: 'Large', disabled: false },
      ],
    });
    expect(body).toEqual({ options: [{ id: small, value: 'Small', disabled: true }] });
    expect(create(site, { [field]: { id: small } }).status).toBe(400);
    expect(create(site, { [field]: { id: large } }).status).toBe(201);
  });

  test('is renamed on the issues that hold it', () => {
    const site = aSiteWithATeam();
    const { field, options, ids } = withSize(site);
    create(site, { [field]: { value: 'Small' } });
    site.asApp('PUT', options, { options: [{ id: ids()[0], value: 'Tiny' }] });
    expect(got(site, '/issue/POST-1').fields[field]).toMatchObject({ value: 'Tiny' });
  });

  test('is moved', () => {
    const site = aSiteWithATeam();
    const { options, ids } = withSize(site);
    const [small, large] = ids();
    const move = (body: Json) => site.asApp('PUT', `${options}/move`, body).status;
    expect(move({ customFieldOptionIds: [large], position: 'First' })).toBe(204);
    expect(ids()).toEqual([large, small]);
    expect(move({ customFieldOptionIds: [large], after: small })).toBe(204);
    expect(ids()).toEqual([small, large]);
    expect(move({ customFieldOptionIds: ['99'], position: 'First' })).toBe(404);
    expect(move({ customFieldOptionIds: [large] })).toBe(400);
  });

  test('goes, off the issues that hold it too', () => {
    const site = aSiteWithATeam();
    const { field, options, ids } = withSize(site);
    create(site, { [field]: { value: 'Small' } });
    const [small] = ids();
    expect(site.asApp('DELETE', `${options}/${small}`).status).toBe(204);
    expect(site.asApp('DELETE', `${options}/${small}`).status).toBe(404);
    expect(got(site, '/issue/POST-1').fields[field]).toBeNull();
  });

  test('is replaced on every issue, and each tells of it', () => {
    const site = aSiteWithATeam();
    const { field, options, ids } = withSize(site);
    create(site, { [field]: { value: 'Small' } });
    const [small, large] = ids();
    expect(site.asApp('DELETE', `${options}/${small}/issue?replaceWith=${large}`).status).toBe(303);
    const issue = got(site, '/issue/POST-1?expand=changelog');
    expect(issue.fields[field]).toMatchObject({ value: 'Large' });
    expect(issue.changelog.histories[0].items).toMatchObject([{ fromString: 'Small', toString: 'Large' }]);
  });

  test.each([
    ['no options', { options: [] }, 400],
    ['a value that is there', { options: [{ value: 'small' }] }, 400],
    ['one value twice', { options: [{ value: 'a' }, { value: 'A' }] }, 400],
    ['an empty value', { options: [{ value: ' ' }] }, 400],
    ['a long value', { options: [{ value: 'x'.repeat(256) }] }, 400],
    ['an option of an option', { options: [{ value: 'a', optionId: '1' }] }, 501],
    ['too many', { options: Array.from({ length: 1_001 }, (_, place) => ({ value: `o${place}` })) }, 400],
  ])('is not made with %s', (_, body, status) => {
    const site = aSiteWithATeam();
    const { options, ids } = withSize(site);
    expect(site.asApp('POST', options, body).status).toBe(status);
    expect(ids()).toHaveLength(2);
  });

  test('is the last of ten thousand', () => {
    const site = aSiteWithATeam();
    const { options } = withSize(site);
    const some = (from: number, length: number) =>
      site.asApp('POST', options, { options: Array.from({ length }, (_, place) => ({ value: `o${from + place}` })) })
        .status;
    for (let from = 0; from < 9_000; from += 1_000) expect(some(from, 1_000)).toBe(200);
    expect(some(9_000, 999)).toBe(400);
    expect(some(9_000, 998)).toBe(200);
  });

  test('is not of a field without options, nor of another context', () => {
    const site = aSiteWithATeam();
    const { options } = withSize(site);
    const price = `/field/customfield_10051/context/${contextOf(site, 'customfield_10051')}/option`;
    const body = { options: [{ value: 'a' }] };
    expect(site.asApp('POST', price, body).status).toBe(400);
    expect(site.asApp('POST', options.replace(/context\/\d+/, 'context/99'), body).status).toBe(404);
    expect(site.asPerson('bob', 'POST', options, body).status).toBe(403);
  });
});
