import { createContext, use } from 'react';
import type { DispatchApi } from '../api/dispatchApi';
import type { Role } from '../api/types';
import type { LiveData } from '../store/liveData';

/** What every pane works with. */
export interface Work {
  api: DispatchApi;
  live: LiveData;
  roles: Role[];
}

export const WorkContext = createContext<Work | null>(null);

export function useWork(): Work {
  const work = use(WorkContext);
  if (!work) throw new Error('useWork is called outside the workbench');
  return work;
}
