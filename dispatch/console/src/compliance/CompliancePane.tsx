import { AcquisitionList } from './AcquisitionList';
import { NevShareList } from './NevShareList';
import { QuotaList } from './QuotaList';

/** The compliance figures beside the map. */
export function CompliancePane() {
  return (
    <section className="compliance-pane" aria-label="合规指标 Compliance">
      <NevShareList />
      <QuotaList />
      <AcquisitionList />
    </section>
  );
}
