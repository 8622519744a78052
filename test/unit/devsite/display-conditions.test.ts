import {
  checkDisplayConditions,
  type DisplayFacts,
  displayConditions,
} from '../../../devsite/platform/display-conditions';

const mark = { level: 42, deep: { er: 'yes' }, list: ['a', { b: 1 }], plain: 'x' };

const facts: DisplayFacts = {
  isLoggedIn: true,
  isSiteAdmin: false,
  appIsLicensed: true,
  holdsGlobally: (permission) => permission === 'ADMINISTER',
  holdsHere: (permission) => permission === 'EDIT_ISSUES',
  projectKey: 'OPS',
  projectType: 'software',
  issueType: 'Bug',
  property: (entity, key) => (entity === 'issue' && key === 'mark' ? mark : undefined),
};

const property = (more: object) => ({ entity: 'issue', propertyKey: 'mark', ...more });

it.each<[unknown, boolean]>([
  [undefined, true],
  [{ isLoggedIn: true }, true],
  [{ isLoggedIn: false }, false],
  [{ isAdmin: true, isSiteAdmin: true }, false],
  [{ isAdmin: true, isSiteAdmin: false }, true],
  [{ canAdministerProjects: false }, true],
  [{ hasGlobalPermission: 'ADMINISTER' }, true],
  [{ hasProjectPermission: 'DELETE_ISSUES' }, false],
  [{ hasProjectPermission: 'EDIT_ISSUES' }, true],
  [{ issueType: 'Bug' }, true],
  [{ issueType: ['Task', 'Bug'] }, true],
  [{ issueKey: 'OPS-1' }, false],
  [{ canEditIssues: true, hasIssuePermission: 'EDIT_ISSUES' }, true],
  [{ projectKey: 'OPS', projectType: 'business' }, false],
  [{ or: { canDeleteAllComments: true, and: { projectKey: 'OPS', not: { issueType: 'Epic' } } } }, true],
  [{ not: { issueType: 'Bug' } }, false],
  [{ or: [{ issueType: 'Epic' }, { isLoggedIn: true }] }, true],
  [{ or: { hasGlobalPermission: 'NO', and: { hasGlobalPermission: 'ADMINISTER' } } }, true],
  [{ entityPropertyExists: property({}) }, true],
  [{ entityPropertyExists: property({ objectName: 'deep.er' }) }, true],
  [{ entityPropertyExists: property({ objectName: 'deep.down' }) }, false],
  [{ entityPropertyExists: { entity: 'project', propertyKey: 'mark' } }, false],
  [{ entityPropertyEqualTo: property({ objectName: 'level', value: '42' }) }, true],
  [{ entityPropertyEqualTo: property({ objectName: 'deep', value: '{"er":"yes"}' }) }, true],
  [{ entityPropertyEqualTo: property({ objectName: 'plain', value: 'y' }) }, false],
  [{ entityPropertyContainsAny: property({ objectName: 'list', value: ['z', 'a'] }) }, true],
  [{ entityPropertyContainsAny: property({ objectName: 'plain', value: 'x' }) }, true],
  [{ entityPropertyContainsAll: property({ objectName: 'list', value: ['a', '{"b":1}'] }) }, true],
  [{ entityPropertyContainsAll: property({ objectName: 'list', value: ['a', 'c'] }) }, false],
])('%j: %s', (declared, expected) => {
  expect(displayConditions(declared, 'panel')(facts)).toBe(expected);
});

it('a condition that is not simulated is refused with the name of its module', () => {
  const app = { id: 'app', runtime: { name: 'nodejs24.x' } };
  const panel = { key: 'panel', displayConditions: { and: { jiraExpression: 'true' } } };
  expect(() => checkDisplayConditions({ app, modules: { 'jira:issuePanel': [panel] } })).toThrow(
    'does not simulate the display condition jiraExpression (panel)',
  );
});
