import { Button, Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { problemOf } from '../api/http';
import type { OtherVehicle, Pair, Recommendations, RefusedVehicles, SharedRide } from '../api/planning';
import type { Problem, UseRequest } from '../api/types';
import { yuan } from '../format/figures';
import { clock, period } from '../format/time';
import { Plate } from '../ui/Plate';
import { ProblemAlert } from '../ui/ProblemAlert';
import { useWork } from '../workbench/workContext';

interface Props {
  request: UseRequest;
  onClose: () => void;
}

/** The best vehicles and drivers with what they cost, and why the others are not among them; one click assigns. */
export function RecommendDialog({ request, onClose }: Props) {
  const { api } = useWork();
  const [found, setFound] = useState<Recommendations | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [assigning, setAssigning] = useState<string | null>(null);

  useEffect(() => {
    let shown = true;
    api.recommend(request.id).then(
      (answer) => shown && setFound(answer),
      (failure) => shown && setProblem(problemOf(failure)),
    );
    return () => void (shown = false);
  }, [api, request.id]);

  const act = async (busy: string, send: () => Promise<unknown>) => {
    setAssigning(busy);
    setProblem(null);
    try {
      await send();
      onClose();
    } catch (failure) {
      setProblem(problemOf(failure));
      setAssigning(null);
    }
  };
  return (
    <Modal open title={`推荐派车 Recommend · ${request.number}`} width={860} footer={<Button onClick={onClose}>关闭 Close</Button>} onCancel={onClose}>
      <p className="dialog-lead">
        {request.unitName} · {request.purpose} · {period(request.departAt, request.returnAt)}
      </p>
      {problem && <ProblemAlert problem={problem} testId="recommend-problem" />}
      {!found && !problem && <Spin />}
      {found && (
        <div className="plan-preview" data-testid="recommendations">
          <Best found={found} assigning={assigning} onAssign={(pair) => void act(pair.vehicleId, () => api.assign(request.id, pair))} />
          <Shared rides={found.shared} busy={assigning} onRide={(ride) => void act(ride.orderId, () => api.ride(request.id, ride))} />
          <Others found={found} />
        </div>
      )}
    </Modal>
  );
}

interface BestProps {
  found: Recommendations;
  assigning: string | null;
  onAssign: (pair: Pair) => void;
}

function Best({ found, assigning, onAssign }: BestProps) {
  if (found.best.length === 0) return <p>目前没有可派车辆 / No vehicle can serve it</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">车辆</th>
          <th scope="col">驾驶员</th>
          <th scope="col">预计上车</th>
          <th scope="col">增加费用</th>
          <th scope="col" aria-label="操作" />
        </tr>
      </thead>
      <tbody>
        {found.best.map((pair) => (
          <BestRow key={pair.vehicleId} pair={pair} busy={assigning} onAssign={onAssign} />
        ))}
      </tbody>
    </table>
  );
}

function BestRow({ pair, busy, onAssign }: { pair: Pair; busy: string | null; onAssign: (pair: Pair) => void }) {
  const { live } = useWork();
  const colour = live.vehicles.find(pair.vehicleId)?.properties.plateColour ?? 'BLUE';
  const terms = pair.terms.map(({ name, fen }) => `${name} ${yuan(fen)}`).join(' + ');
  return (
    <tr data-testid="recommended">
      <td>
        <Plate plate={pair.plate} colour={colour} /> {pair.vehicleUnitName}
      </td>
      <td>{pair.driverName}</td>
      <td className="figures">{clock(pair.startsAt)}</td>
      <td className="figures" title={terms}>
        <b>{yuan(pair.added_fen)}</b> <small className="muted">{terms}</small>
      </td>
      <td>
        <Button type="primary" size="small" loading={busy === pair.vehicleId} disabled={busy !== null} onClick={() => onAssign(pair)} data-testid="assign">
          派车 Assign
        </Button>
      </td>
    </tr>
  );
}

function Shared({ rides, busy, onRide }: { rides: SharedRide[]; busy: string | null; onRide: (ride: SharedRide) => void }) {
  if (rides.length === 0) return null;
  return (
    <>
      <h3>可合乘 Shared rides</h3>
      <ul className="unserved">
        {rides.map((ride) => (
          <li key={ride.orderId} data-testid="shared-ride">
            <code>{ride.orderNumber}</code>
            {ride.plate} · {ride.driverName} · 已有 {ride.passengers} 人，可乘 {ride.seats} 人 · 多行驶约 {ride.added_minutes} 分钟{' '}
            <Button size="small" loading={busy === ride.orderId} disabled={busy !== null} onClick={() => onRide(ride)} data-testid="ride-with">
              合乘派车 Ride with
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Others({ found }: { found: Recommendations }) {
  return (
    <>
      <h3>其他车辆 Others</h3>
      <ul className="unserved">
        {found.dearer.count > 0 && (
          <li>
            <code>{found.dearer.count}</code>
            可派但更贵：{found.dearer.vehicles.map(({ plate, more_fen }) => `${plate} +${yuan(more_fen ?? 0)}`).join('、')}
          </li>
        )}
        {found.refused.map((group) => (
          <Refused key={group.code} group={group} />
        ))}
      </ul>
    </>
  );
}

/** The plate, and of a vehicle whose battery does not last how far it would have to come and how far it does. */
function refusedPlate({ plate, shortage }: OtherVehicle): string {
  return shortage === null ? plate : `${plate}（需 ${shortage.needed_km} km，可行驶 ${shortage.available_km} km）`;
}

function Refused({ group }: { group: RefusedVehicles }) {
  const plates = group.vehicles.map(refusedPlate).join('、');
  return (
    <li data-testid="refused" data-code={group.code} title={group.clause ?? group.nameEn}>
      <code>{group.count}</code>
      {group.name}：{plates}
      {group.count > group.vehicles.length && ' …'}
    </li>
  );
}
