import { useEffect, useState } from 'react';
import { DispatchApi } from '../api/dispatchApi';
import { HttpClient } from '../api/http';
import { end, type Session } from '../session/session';
import { LiveData } from '../store/liveData';

/** Opens the live data of a session and closes it with the component. */
export function useLiveData(session: Session): { api: DispatchApi; live: LiveData } | null {
  const [work, setWork] = useState<{ api: DispatchApi; live: LiveData } | null>(null);
  useEffect(() => {
    const api = new DispatchApi(new HttpClient(session.token, () => end('expired')));
    const live = new LiveData(api, session.roles);
    live.start();
    setWork({ api, live });
    return () => live.stop();
  }, [session.token, session.roles]);
  return work;
}
