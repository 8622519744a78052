import {
  aPayload,
  aRuledJira,
  aWorkflow,
  codes,
  create,
  DELIVERED,
  HELD,
  ON_ITS_WAY,
  OPEN,
  reference,
  toAny,
  validation,
} from '../builders/a-workflow';

describe('validation', () => {
  test('says nothing of what can be made', () => {
    expect(validation(aRuledJira(), aPayload())).toEqual([]);
  });

  test('names the status whose name is taken', () => {
    const taken = { ...HELD, name: 'On its way' };
    expect(validation(aRuledJira(), aPayload(aWorkflow(), { statuses: [OPEN, taken, DELIVERED] }))).toEqual([
      {
        code: 'NON_UNIQUE_STATUS_NAME',
        level: 'ERROR',
        type: 'STATUS',
        message: 'Status name "On its way" already in use. Try a different name.',
        elementReference: { statusReference: HELD.statusReference },
      },
    ]);
  });

  test('takes a status by its id as a reference, or by a UUID', () => {
    const site = aRuledJira();
    const statuses = (statusReference: string, id?: string) =>
      codes(validation(site, aPayload(aWorkflow(), { statuses: [OPEN, { ...HELD, statusReference, id }, DELIVERED] })));
    expect(statuses('held')).toContain('STATUS_REFERENCE_NOT_UUID');
    expect(statuses('10001', '10001')).not.toContain('STATUS_REFERENCE_NOT_UUID');
    expect(statuses(reference(3), '999')).toContain('STATUS_NOT_FOUND');
  });

  test('warns of a status that no transition leads to, if warnings are wanted', () => {
    const site = aRuledJira();
    const payload = aPayload(aWorkflow({ transitions: [create(), toAny('21', 'Deliver', DELIVERED)] }));
    expect(validation(site, payload)).toMatchObject([{ code: 'NO_INBOUND_TRANSITIONS_TO_STATUS', level: 'WARNING' }]);
    expect(validation(site, payload, 'create', ['ERROR'])).toEqual([]);
    expect(site.asApp('POST', '/workflows/create', payload).status).toBe(200);
  });

  const hold = toAny('11', 'Hold', HELD);
  test.each([
    ['NON_UNIQUE_WORKFLOW_NAME', { name: 'Delivery' }],
    ['INVALID_WORKFLOW_NAME', { name: '' }],
    ['INVALID_INITIAL_TRANSITION', { transitions: [hold] }],
    ['INVALID_INITIAL_TRANSITION', { transitions: [create(), create({ id: '2' })] }],
    ['CONDITIONS_UNSUPPORTED_ON_INITIAL_TRANSITION', { transitions: [create({ conditions: { operation: 'ALL' } })] }],
    ['NON_UNIQUE_TRANSITION_ID', { transitions: [create(), hold, hold] }],
    ['INVALID_TRANSITION_ID', { transitions: [create(), { ...hold, id: 'x' }] }],
    ['INVALID_TRANSITION_NAME', { transitions: [create(), { ...hold, name: '' }] }],
    ['MISSING_TRANSITION_LINKS', { transitions: [create(), { ...hold, type: 'DIRECTED' }] }],
    [
      'UNSUPPORTED_TRANSITION_LINKS',
      { transitions: [create(), { ...hold, links: [{ fromStatusReference: OPEN.statusReference }] }] },
    ],
    ['STATUS_NOT_IN_WORKFLOW', { transitions: [create(), toAny('11', 'Send', ON_ITS_WAY)] }],
    ['STATUS_REFERENCE_NOT_FOUND', { statuses: [{ statusReference: ON_ITS_WAY.statusReference, properties: {} }] }],
    ['MISSING_STATUSES', { statuses: [] }],
  ])('finds %s', (code, over) => {
    const site = aRuledJira();
    expect(codes(validation(site, aPayload(aWorkflow(over))))).toContain(code);
    expect(site.asApp('POST', '/workflows/create', aPayload(aWorkflow(over))).status).toBe(400);
  });

  test.each([
    ['no statuses', aPayload(aWorkflow(), { statuses: [] })],
    ['21 workflows', aPayload(aWorkflow(), { workflows: Array.from({ length: 21 }, () => aWorkflow()) })],
    ['1,001 statuses', aPayload(aWorkflow(), { statuses: Array.from({ length: 1_001 }, () => OPEN) })],
    ['a transition without an id', aPayload(aWorkflow({ transitions: [create({ id: undefined })] }))],
    ['a transition of no type', aPayload(aWorkflow({ transitions: [create({ type: 'ANY' })] }))],
    ['a workflow without a name', aPayload(aWorkflow({ name: undefined }))],
    [
      'a scope of a company-managed project',
      aPayload(aWorkflow(), { scope: { type: 'PROJECT', project: { id: '10000' } } }),
    ],
  ])('is refused itself for %s', (_, payload) => {
    const site = aRuledJira();
    expect(site.asApp('POST', '/workflows/create', payload).status).toBe(400);
    expect(site.asApp('POST', '/workflows/create/validation', { payload }).status).toBe(400);
  });

  test('wants its payload in an envelope', () => {
    expect(aRuledJira().asApp('POST', '/workflows/create/validation', {}).status).toBe(400);
  });
});
