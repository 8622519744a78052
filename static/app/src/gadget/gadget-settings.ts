/** What a dashboard keeps of a gadget. */
export interface GadgetSettings {
  readonly title: string;
  /** Keys; none: all projects. */
  readonly projects: readonly string[];
  /** The definition whose clocks are counted; the first where it is gone. */
  readonly definitionId: string;
  readonly period: Period;
}

export const periods = ['week', 'month', 'quarter', 'days30'] as const;
export type Period = (typeof periods)[number];

/** The settings in a stored form, whatever it holds. */
export function readSettings(stored: unknown): GadgetSettings {
  const { title, projects, definitionId, period } = (stored ?? {}) as Readonly<Record<string, unknown>>;
  return {
    title: typeof title === 'string' ? title : '',
    projects: Array.isArray(projects) ? projects.map(String) : [],
    definitionId: typeof definitionId === 'string' ? definitionId : '',
    period: periods.find((one) => one === period) ?? 'month',
  };
}
