/** What is under way, on one line that is written over on a terminal, and a line for each thing done. */
export interface Status {
  /** Begins something; answers how to tell how far it is, and how to end it in words. */
  begin(name: string): Step;
  close(): void;
}

export interface Step {
  tell(how: string): void;
  end(how: string): void;
}

/** Shortest real time between two lines written over each other, in milliseconds. */
const pace = 100;

export function openStatus(out: NodeJS.WriteStream): Status {
  const underWay = new Map<string, { readonly began: number; how: string }>();
  let drawn = 0;
  const draw = (): void => {
    const now = performance.now();
    if (!out.isTTY || now - drawn < pace) return;
    drawn = now;
    const parts = [...underWay].map(([name, { began, how }]) => `${name}${how && ` ${how}`} ${seconds(began)}`);
    over(parts.join(' · ').slice(0, (out.columns || 80) - 1));
  };
  const over = (text: string): void => void (out.isTTY && out.write(`\r\x1b[2K${text}`));
  const ticking = setInterval(draw, 500);
  return {
    begin(name) {
      const step = { began: performance.now(), how: '' };
      underWay.set(name, step);
      draw();
      return {
        tell(how) {
          step.how = how;
          draw();
        },
        end(how) {
          underWay.delete(name);
          over('');
          out.write(`${name}: ${how} (${seconds(step.began)})\n`);
          drawn = 0;
          draw();
        },
      };
    },
    close() {
      clearInterval(ticking);
      over('');
    },
  };
}

const seconds = (since: number): string => `${((performance.now() - since) / 1_000).toFixed(1)} s`;
