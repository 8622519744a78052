import type { WorkflowScheme } from '../configuration/configuration';
import type { Json } from '../json';
import { projectsOfScheme } from '../projects/scheme-projects';
import { refuse } from '../refusal';
import type { Call, RouteAnswer } from '../route';
import { draftOf, type SchemeDraft, writeDraft } from './workflow-scheme-draft';
import type { SchemeEdit } from './workflow-scheme-edits';
import { draftShape, schemeShape } from './workflow-scheme-shape';
import { writeScheme } from './workflow-scheme-store';

/** The scheme of a path; those of team-managed projects are not to be had by it. */
export function calledScheme({ world, path }: Call, id = path.id ?? ''): WorkflowScheme {
  const scheme = /^\d+$/.test(id) ? world.setup.workflowSchemes.get(Number(id)) : undefined;
  if (!scheme || scheme.scopeProjectId !== undefined) throw refuse(404, 'The workflow scheme was not found.');
  return scheme;
}

export function calledDraft(call: Call): { readonly scheme: WorkflowScheme; readonly draft: SchemeDraft } {
  const scheme = calledScheme(call);
  const draft = draftOf(call.world, scheme.id);
  if (!draft) throw refuse(404, 'Draft workflow scheme was not found.');
  return { scheme, draft };
}

/** Whether a project uses a scheme, so that only its draft can be edited. */
export const isActive = ({ world }: Call, { id }: WorkflowScheme): boolean =>
  projectsOfScheme(world.setup, 'workflowSchemeId', id).length > 0;

const wantsDraft = ({ body, query }: Call): boolean =>
  query.boolean('updateDraftIfNeeded', false) || body?.updateDraftIfNeeded === true;

function editedDraft(call: Call, scheme: WorkflowScheme, edit: SchemeEdit): Json {
  const { world, caller } = call;
  const parts = edit(call, draftOf(world, scheme.id) ?? scheme);
  return draftShape(world, scheme, writeDraft(world, scheme.id, parts, caller.accountId));
}

/** Edits a scheme, or the draft of an active one if the call wants that. */
export const editScheme =
  (edit: SchemeEdit) =>
  (call: Call): RouteAnswer => {
    const scheme = calledScheme(call);
    if (isActive(call, scheme)) {
      if (!wantsDraft(call)) throw refuse(400, 'An active workflow scheme cannot be edited. Edit its draft.');
      return { status: 200, body: editedDraft(call, scheme, edit) };
    }
    writeScheme(call.world, scheme.id, edit(call, scheme));
    return { status: 200, body: schemeShape(call.world, calledScheme(call)) };
  };

export const editDraft =
  (edit: SchemeEdit) =>
  (call: Call): RouteAnswer => ({ status: 200, body: editedDraft(call, calledDraft(call).scheme, edit) });

/** The draft's parts when the call wants them and they are there, else the scheme's. */
export function partsCalled(call: Call): WorkflowScheme | SchemeDraft {
  const scheme = calledScheme(call);
  return (call.query.boolean('returnDraftIfExists', false) && draftOf(call.world, scheme.id)) || scheme;
}
