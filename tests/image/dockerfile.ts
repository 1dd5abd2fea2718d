/** What a Dockerfile says, as far as ours says it. */
export interface Stage {
  readonly name: string | undefined;
  readonly from: string;
  readonly copies: readonly Copy[];
  readonly runs: readonly string[];
  /** The other instructions by name, each as it was written last. */
  readonly last: Readonly<Record<string, string>>;
}

export interface Copy {
  /** The stage that it comes from; the project itself where there is none. */
  readonly stage: string | undefined;
  readonly sources: readonly string[];
  readonly target: string;
}

/** Reads the stages of a Dockerfile in their order. */
export function readStages(dockerfile: string): readonly Stage[] {
  const lines = dockerfile
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const stages: { from: string; lines: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('FROM ')) stages.push({ from: line.slice('FROM '.length), lines: [] });
    else stages.at(-1)?.lines.push(line);
  }
  return stages.map((stage) => readStage(stage.from, stage.lines));
}

function readStage(written: string, lines: readonly string[]): Stage {
  const [from = '', name] = written.split(' AS ');
  const after = (instruction: string): string[] =>
    lines
      .filter((line) => line.startsWith(`${instruction} `))
      .map((line) => line.slice(instruction.length + 1));
  return {
    name,
    from,
    copies: after('COPY').map(readCopy),
    runs: after('RUN'),
    last: Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
    ),
  };
}

function readCopy(written: string): Copy {
  const words = written.split(' ');
  const stage = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const paths = words.filter((word) => !word.startsWith('--'));
  return { stage, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
}
