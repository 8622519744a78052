import { POST } from '../a-described-site';
import type { Calls } from '../described';

const project = { projectIdOrKey: 'POST' };
const property = { ...project, propertyKey: 'seen' };
const category = { id: 10000 };
const component = { id: 10000 };
const newComponent = {
  description: 'What is stuck on',
  leadAccountId: 'bob',
  assigneeType: 'COMPONENT_LEAD',
  isAssigneeTypeValid: false,
};
const type = { projectTypeKey: 'software' };
const everything = 'description,lead,issueTypes,url,projectKeys,insight';

/** Projects, their categories, types and properties, and what is to be asked before one is made. */
export const projectCalls: Calls = {
  searchProjects: () => ({ query: { maxResults: 1, expand: everything } }),
  getAllProjects: () => ({ query: { expand: everything } }),
  getRecent: ({ read }) => {
    read('/project/POST');
    return { query: { expand: everything } };
  },
  getProject: () => ({ path: project, query: { expand: everything, properties: 'seen' } }),
  getAllStatuses: () => ({ path: project }),
  getIssueTypesForProject: () => ({ query: { projectId: 10002 } }),
  createProject: () => ({
    body: {
      key: 'YARD',
      name: 'The yard',
      description: 'Where the carts are',
      projectTypeKey: 'business',
      projectTemplateKey: 'com.atlassian.jira-core-project-templates:jira-core-simplified-process-control',
      leadAccountId: 'ada',
      assigneeType: 'PROJECT_LEAD',
      categoryId: 10000,
      permissionScheme: 2,
      url: 'http://example.com',
    },
  }),
  updateProject: () => ({
    path: project,
    query: { expand: everything },
    body: {
      name: 'The post office',
      description: 'All of it',
      leadAccountId: 'bob',
      assigneeType: 'PROJECT_LEAD',
      categoryId: 10000,
    },
  }),
  deleteProject: () => ({ path: { projectIdOrKey: 'SHED' } }),
  archiveProject: () => ({ path: { projectIdOrKey: 'SHED' } }),
  restore: ({ make }) => {
    make('/project/SHED/archive');
    return { path: { projectIdOrKey: 'SHED' } };
  },
  validateProjectKey: () => ({ query: { key: 'POST' } }),
  getValidProjectKey: () => ({ query: { key: 'POST' } }),
  getValidProjectName: () => ({ query: { name: 'Post office' } }),
  getAllProjectTypes: () => ({}),
  getAllAccessibleProjectTypes: () => ({}),
  getProjectTypeByKey: () => ({ path: type }),
  getAccessibleProjectTypeByKey: () => ({ path: type }),
  getProjectPropertyKeys: () => ({ path: project }),
  getProjectProperty: () => ({ path: property }),
  setProjectProperty: () => ({ path: property, body: { by: 'ada' } }),
  deleteProjectProperty: () => ({ path: property }),
  createComponent: () => ({ body: { project: 'POST', name: 'Stamps', ...newComponent } }),
  getComponent: () => ({ path: component }),
  updateComponent: () => ({ path: component, body: { name: 'Big parcels', ...newComponent } }),
  deleteComponent: () => ({ path: component, query: { moveIssuesTo: 10001 } }),
  getComponentRelatedIssues: () => ({ path: component }),
  findComponentsForProjects: () => ({ query: { projectIdsOrKeys: 'POST', maxResults: 1 } }),
  getProjectComponentsPaginated: () => ({ path: project, query: { maxResults: 1 } }),
  getProjectComponents: () => ({ path: project }),
  getAllProjectCategories: () => ({}),
  getProjectCategoryById: () => ({ path: category }),
  createProjectCategory: () => ({ body: { name: 'Inside', description: 'For ourselves' } }),
  updateProjectCategory: () => ({ path: category, body: { name: 'Out there', description: 'For others' } }),
  removeProjectCategory: () => ({ path: category }),
  getPolicy: () => ({}),
  getPolicies: () => ({ query: { ids: POST } }),
};
