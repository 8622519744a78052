import { isOurs } from './matching';
import type { Described } from './reading';
import { done, type Known, onScreen, owed, type Stage, typeIds, verdictOf, waiting } from './stage';
import { marked, wantedFields, wantedProject, wantedStatuses } from './wish';
import { statusTargets, workflowDraft } from './workflow';

const project = 'project:new';

const made = <Thing extends Described>(things: readonly Thing[], name: string): Thing | undefined =>
  things.find((thing) => thing.name === name && isOurs(thing));

/** The project of the app's with all that it stands on; nothing where none is wanted. */
export function newProjectStages(known: Known): readonly Stage[] {
  const verdict = verdictOf(known, project);
  if (verdict !== 'create' && verdict !== 'made') return [];
  const parts = [statusStage, workflowStage, screenStage, screenTabStage, ...[screenFieldStages]];
  return [
    ...parts.flatMap((part) => part(known)),
    ...[screenSchemeStage, typeScreenSchemeStage, typeSchemeStage, workflowSchemeStage, projectStage].map((part) =>
      part(known),
    ),
  ];
}

/** A name of the workflow's statuses with another meaning on the site gets another name. */
function statusStage({ reading }: Known): Stage {
  const { absent } = statusTargets(reading);
  if (!absent.length) return done('statuses', project);
  const statuses = absent.map(({ name, text, category }) => ({ name, description: marked(text), category }));
  return owed('statuses', project, { do: 'create-statuses', statuses });
}

function workflowStage({ reading, targets }: Known): Stage {
  if (made(reading.workflows, wantedProject.workflow)) return done('workflow', project);
  const { ids } = statusTargets(reading);
  if (ids.size < wantedStatuses.length) return waiting('workflow', project, 'statuses');
  const field = targets.get('field:pending-reason');
  return owed('workflow', project, { do: 'create-workflow', workflow: workflowDraft(reading, ids, field) });
}

const ourScreen = ({ reading }: Known) => made(reading.screens, wantedProject.screen);

const named = (name: string, text = wantedProject.text) => ({ name, description: marked(text) });

const screenStage = (known: Known): Stage =>
  ourScreen(known)
    ? done('screen', project)
    : owed('screen', project, { do: 'create-screen', ...named(wantedProject.screen) });

function screenTabStage(known: Known): Stage {
  const screen = ourScreen(known);
  if (!screen) return waiting('screen:tab', project, 'screen');
  if (screen.tabId !== undefined) return done('screen:tab', project);
  return owed('screen:tab', project, { do: 'create-screen-tab', screenId: screen.id, name: 'Details' });
}

function screenFieldStages(known: Known): readonly Stage[] {
  const ours = wantedFields.map(({ id }) => [id, known.targets.get(id)] as const);
  const wanted = [...wantedProject.systemFields.map((id) => [id, id] as const), ...ours];
  const screen = ourScreen(known);
  return wanted
    .filter(([key]) => verdictOf(known, key) !== 'leave')
    .map(([key, fieldId]) => onScreen(`screen:${key}`, project, screen, { key, fieldId }));
}

function screenSchemeStage(known: Known): Stage {
  if (made(known.reading.screenSchemes, wantedProject.screenScheme)) return done('screen-scheme', project);
  const screen = ourScreen(known);
  if (!screen) return waiting('screen-scheme', project, 'screen');
  const step = { do: 'create-screen-scheme', ...named(wantedProject.screenScheme), screenId: screen.id } as const;
  return owed('screen-scheme', project, step);
}

function typeScreenSchemeStage({ reading }: Known): Stage {
  const id = 'type-screen-scheme';
  if (made(reading.typeScreenSchemes, wantedProject.typeScreenScheme)) return done(id, project);
  const scheme = made(reading.screenSchemes, wantedProject.screenScheme);
  if (!scheme) return waiting(id, project, 'screen-scheme');
  const names = named(wantedProject.typeScreenScheme);
  return owed(id, project, { do: 'create-type-screen-scheme', ...names, screenSchemeId: scheme.id });
}

function typeSchemeStage(known: Known): Stage {
  if (made(known.reading.issueTypeSchemes, wantedProject.typeScheme)) return done('type-scheme', project);
  const { ids: issueTypeIds, absent } = typeIds(known);
  if (absent !== undefined) return waiting('type-scheme', project, absent);
  return owed('type-scheme', project, { do: 'create-type-scheme', ...named(wantedProject.typeScheme), issueTypeIds });
}

function workflowSchemeStage({ reading }: Known): Stage {
  if (made(reading.workflowSchemes, wantedProject.workflowScheme)) return done('workflow-scheme', project);
  const workflow = made(reading.workflows, wantedProject.workflow);
  if (!workflow) return waiting('workflow-scheme', project, 'workflow');
  const names = named(wantedProject.workflowScheme);
  return owed('workflow-scheme', project, { do: 'create-workflow-scheme', ...names, workflow: workflow.name });
}

function projectStage({ reading, items, choices }: Known): Stage {
  if (items.find(({ id }) => id === project)?.verdict === 'made') return done(project, project);
  const types = made(reading.issueTypeSchemes, wantedProject.typeScheme);
  const screens = made(reading.typeScreenSchemes, wantedProject.typeScreenScheme);
  const workflows = made(reading.workflowSchemes, wantedProject.workflowScheme);
  if (!types) return waiting(project, project, 'type-scheme');
  if (!screens) return waiting(project, project, 'type-screen-scheme');
  if (!workflows) return waiting(project, project, 'workflow-scheme');
  const { name, key } = { ...wantedProject, ...choices.project };
  const draft = {
    key,
    name,
    description: marked(wantedProject.text),
    issueTypeSchemeId: types.id,
    typeScreenSchemeId: screens.id,
    workflowSchemeId: workflows.id,
  };
  return owed(project, project, { do: 'create-project', project: draft });
}
