import type { ReactNode } from 'react';
import type { Loaded } from '../store/loaded';
import { Bilingual } from '../ui/Bilingual';
import { ProblemAlert } from '../ui/ProblemAlert';
import { useWork } from '../workbench/workContext';

interface Props<T> {
  id: string;
  zh: string;
  en: string;
  note?: string;
  list: Loaded<T>;
  children: ReactNode;
}

/** A titled block over a loaded list: its failure, its emptiness, or its content. */
export function Panel<T>({ id, zh, en, note, list, children }: Props<T>) {
  const { live } = useWork();
  return (
    <section className="panel" aria-labelledby={`${id}-title`} aria-busy={list.loading}>
      <h2 id={`${id}-title`}>
        <Bilingual zh={zh} en={en} />
        {note && <small>{note}</small>}
      </h2>
      {list.problem && <ProblemAlert problem={list.problem} onRetry={() => void live.reload()} testId={`${id}-problem`} />}
      {!list.problem && !list.loading && list.items.length === 0 && <p className="panel-empty">暂无数据 No data</p>}
      {children}
    </section>
  );
}
