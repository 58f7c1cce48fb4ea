import { useState } from 'react';
import { CompliancePane } from '../compliance/CompliancePane';
import { MapPane } from '../map/MapPane';
import { QueuePane } from '../queue/QueuePane';
import type { Session } from '../session/session';
import { ConnectionBanner } from './ConnectionBanner';
import { Header } from './Header';
import { WorkContext } from './workContext';
import { useLiveData } from './useLiveData';

/** The dispatcher's page: queue, map, compliance. */
export function Workbench({ session }: { session: Session }) {
  const work = useLiveData(session);
  const [selectedId, select] = useState<string | null>(null);
  if (!work) return null;
  return (
    <WorkContext value={{ ...work, roles: session.roles }}>
      <div className="workbench">
        <Header session={session} />
        <ConnectionBanner />
        <div className="panes">
          <QueuePane selectedId={selectedId} onSelect={select} />
          <MapPane selectedRequestId={selectedId} />
          <CompliancePane />
        </div>
      </div>
    </WorkContext>
  );
}
