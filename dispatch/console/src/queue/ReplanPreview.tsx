import type { Replan, ReplanMove, ReplanSeat, ReplanUnserved } from '../api/planning';
import { yuan } from '../format/figures';
import { REPLAN_KINDS, REPLAN_STATES } from '../format/labels';
import { clock } from '../format/time';
import { gain_fen } from '../store/replans';
import { Plate } from '../ui/Plate';
import { useWork } from '../workbench/workContext';
import { Obstacles } from './ExplanationView';

/** Which orders move from whom to whom and for what gain, and what stays unserved with its reason. */
export function ReplanPreview({ replan }: { replan: Replan }) {
  const { zh } = REPLAN_KINDS[replan.event.kind];
  return (
    <div className="plan-preview" data-testid="replan-preview" data-state={replan.state}>
      <p className="dialog-lead">
        <span className="tag" title={REPLAN_STATES[replan.state].en}>
          {REPLAN_STATES[replan.state].zh}
        </span>{' '}
        {zh} {replan.subject} · 改派 {replan.moves.length} 单，{replan.unserved.length} 单无法安排 · 全日费用 {yuan(replan.costBefore_fen)} →{' '}
        {yuan(replan.costAfter_fen)} · 非必要改派须节省 {yuan(replan.moved_fen)} 以上
      </p>
      {replan.moves.length > 0 && <Moves moves={replan.moves} />}
      {replan.moves.length === 0 && <p>没有需要改派的派车单 / Nothing moves</p>}
      {replan.unserved.length > 0 && <Unserved unserved={replan.unserved} />}
    </div>
  );
}

function Moves({ moves }: { moves: ReplanMove[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">派车单</th>
          <th scope="col">原安排 Before</th>
          <th scope="col">新安排 After</th>
          <th scope="col">节省 Gain</th>
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => (
          <MoveRow key={move.requestId} move={move} />
        ))}
      </tbody>
    </table>
  );
}

function MoveRow({ move }: { move: ReplanMove }) {
  const gain = gain_fen(move);
  return (
    <tr data-testid="replan-move" data-order={move.orderId ?? ''}>
      <td>
        <code>{move.orderNumber ?? move.requestNumber}</code>
      </td>
      <td>{move.from ? <Seat seat={move.from} /> : <span className="muted">待派</span>}</td>
      <td>
        <Seat seat={move.to} />
      </td>
      <td className="figures">
        {gain === null ? '—' : yuan(gain)} {move.forced && <span className="tag" title="Forced by what happened">必须</span>}
      </td>
    </tr>
  );
}

function Seat({ seat }: { seat: ReplanSeat }) {
  const { live } = useWork();
  const colour = live.vehicles.find(seat.vehicleId)?.properties.plateColour ?? 'BLUE';
  return (
    <>
      <Plate plate={seat.plate} colour={colour} /> {seat.driverName} <span className="figures">{clock(seat.startsAt)}</span>{' '}
      {seat.cost_fen !== null && <small className="muted">{yuan(seat.cost_fen)}</small>}
    </>
  );
}

function Unserved({ unserved }: { unserved: ReplanUnserved[] }) {
  return (
    <>
      <h3>无法安排 Unserved</h3>
      <ul className="unserved">
        {unserved.map((each) => (
          <li key={each.requestId} data-testid="replan-unserved" data-code={each.code}>
            <code>{each.orderNumber ?? each.requestNumber}</code>
            <div className="unserved-why">
              {each.reason}
              <Obstacles binding={each.binding} relaxations={each.relaxations} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
