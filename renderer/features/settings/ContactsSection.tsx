import { useQuery } from '@tanstack/react-query';
import { Button } from '#renderer/components/Button.tsx';
import { ErrorNote } from '#renderer/components/ErrorNote.tsx';
import { Loading } from '#renderer/components/Loading.tsx';
import { choosePackage } from '#renderer/features/packages/choosePackage.ts';
import { fullDate } from '#renderer/text/dates.ts';
import { api } from '#renderer/transport/api.ts';

/** 往来单位: whose packages this computer has accepted. */
export function ContactsSection() {
  const contacts = useQuery(api.contacts.list.queryOptions());
  return (
    <>
      <div className="row lead">
        <p className="dim">核对过识别码、收过文件的单位。再收到它们的文件，不用重新核对。</p>
        <Button onClick={() => void choosePackage()}>接收送审包</Button>
      </div>
      {contacts.error !== null && <ErrorNote error={contacts.error} />}
      {contacts.isLoading && <Loading />}
      {contacts.data?.length === 0 && <p className="nothing">还没有往来单位。收到第一个送审包后会列在这里。</p>}
      {contacts.data !== undefined && contacts.data.length > 0 && (
        <table className="ruled">
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">姓名</th>
              <th scope="col">识别码</th>
              <th scope="col">认可日期</th>
            </tr>
          </thead>
          <tbody>
            {contacts.data.map((contact) => (
              <tr key={contact.id}>
                <th scope="row">{contact.office}</th>
                <td>{contact.person}</td>
                <td className="nw">{contact.fingerprint}</td>
                <td className="nw">{fullDate(contact.acceptedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
