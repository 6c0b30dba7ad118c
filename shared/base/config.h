/*
 * config.h - every setting with its type, default, range and meaning.
 *
 * Read once at start: first the file named by ZYZ_CONF (KEY=VALUE lines, # comments), then the
 * environment ZYZ_<NAME IN CAPITALS>, which wins. A value out of range or an unknown key in the
 * file ends the program with a message that names it. `zyz-admin settings` prints this list.
 */
#ifndef ZYZ_CONFIG_H
#define ZYZ_CONFIG_H

#include <stdbool.h>
#include <stdint.h>

/* X(STR, name, default, meaning) and X(INT, name, default, min, max, meaning) */
#define SETTINGS(STR, INT) \
	STR(db_socket, "/run/mysqld/mysqld.sock", "unix socket of MariaDB") \
	STR(db_user, "", \
	    "account in MariaDB; empty: zyz_ and the program's name, a command's is its caller's") \
	STR(db_host, "", "host of MariaDB, as its certificate names it; empty: db_socket") \
	INT(db_port, 3306, 1, 65535, "port of MariaDB at db_host") \
	STR(db_tls_ca, "", \
	    "certificates of who vouches for db_host; only 127.0.0.1 and ::1 may go without") \
	STR(db_tls_cert, "", "our own certificate, where MariaDB asks for one; empty: none") \
	STR(db_tls_key, "", "its key, mode 0600") \
	STR(db_password_file, "", \
	    "file with the account's password, mode 0600; empty: none, as by the plugin " \
	    "unix_socket") \
	STR(db_name, "zyz", "schema") \
	INT(db_timeout, 5, 1, 60, "seconds for connect, read and write") \
	STR(base_url, "http://127.0.0.1:8080", \
	    "scheme and host people use; https makes cookies Secure") \
	STR(templates, "templates", "folder of the .cs and .hdf files") \
	STR(static_dir, "build/static", \
	    "folder of css and js; its file `version` is put behind names") \
	STR(sql_dir, "sql", "folder of the migrations, for zyz-admin") \
	STR(font_dir, "build/fonts", "folder of the certificates' fonts; none: the system's") \
	STR(secret_dir, "var/secret", "folder of the keys, mode 0700") \
	STR(var_dir, "var", "folder of uploaded documents and other run-time files") \
	STR(document_dir, "", \
	    "folder of uploaded documents on a store that all hosts share, marked by a file " \
	    "zyz-store; empty: documents in var_dir") \
	STR(run_dir, "var/run", "folder of the programs' sockets") \
	STR(log_format, "text", "text or json: how a line of the log looks") \
	STR(lang, "zh", "language file in templates/lang") \
	INT(now_offset, 0, -4000000000, 4000000000, \
	    "seconds added to the clock, for tests and demos") \
	INT(cache_max, 60, 0, 3600, "seconds that nginx and browsers keep a public page, at most") \
	INT(memory_max, 67108864, 262144, 1073741824, \
	    "bytes that one request or one turn of a loop may take") \
	INT(body_max, 65536, 1024, 1048576, "bytes of a request body") \
	INT(upload_max, 21000000, 65536, 104857600, "bytes of a body on an upload route") \
	INT(workers, 0, 0, 64, "processes of a program that share its socket; 0: it stays alone") \
	INT(session_kept, 5, 0, 5, "seconds a process may remember a session; 0: not at all") \
	INT(staff_idle, 1800, 60, 86400, "seconds until an idle staff session ends") \
	INT(staff_absolute, 36000, 600, 604800, "seconds until any staff session ends") \
	INT(volunteer_absolute, 1209600, 3600, 7776000, "seconds until a volunteer session ends") \
	INT(sign_in_tries, 5, 1, 100, \
	    "wrong passwords or codes for an account before that address waits 10 minutes") \
	INT(sign_in_at_once, 1, 1, 16, \
	    "passwords worked out at once on a host; fewer than the workers of account") \
	STR(wx_open_base, "https://open.weixin.qq.com", "WeChat's authorisation pages") \
	STR(wx_api_base, "https://api.weixin.qq.com", "WeChat's interface") \
	STR(wx_appid, "", "the service account's appid; empty: no sign-in by WeChat") \
	STR(wx_secret_file, "", "file with the appsecret") \
	STR(wx_verify, "", \
	    "files by which WeChat proves the domain: MP_verify_XXXX.txt=CONTENT, several with " \
	    "commas") \
	STR(wx_templates, "", \
	    "file of WeChat's message templates, as templates/message/wechat.hdf; empty: none " \
	    "are sent") \
	STR(sms_url, "", "address of the SMS gateway; empty: no SMS") \
	STR(sms_shape, "json", "shape of its calls: json or form (shared/out/sms.h)") \
	STR(sms_key_file, "", "file with the key of the SMS gateway") \
	STR(sms_receipt_file, "", \
	    "file with the key that the gateway's receipts carry; empty: none are taken") \
	STR(sms_sign, "", "signature of an SMS; empty: the suite's name") \
	INT(sms_same_id, 0, 0, 1, \
	    "1: the gateway sends the same id once, so what it did not answer is sent again") \
	INT(sms_daily, 500, 1, 1000000, "SMS a day, but for sign-in codes") \
	INT(message_days, 180, 30, 3650, "days that what people were told is kept") \
	INT(session_days, 30, 1, 365, "days that a session which ended is kept") \
	INT(attempt_days, 400, 365, 3650, "days that the tries of posting are kept") \
	INT(reconcile_days, 400, 365, 3650, "days that comparisons with platforms are kept") \
	INT(outbox_days, 3653, 3653, 36525, \
	    "days that a posting is kept after a newer version of it was taken") \
	INT(audit_days, 3653, 365, 36525, "days that the log of acts is kept") \
	INT(loop_idle_ms, 30000, 50, 60000, \
	    "rest of a loop that found nothing and is woken when there is something; loops on " \
	    "another machine than the programs are not: 2000 there") \
	INT(message_idle_ms, 2000, 50, 60000, "pause of message-post between two looks") \
	INT(quiet_from, 21, 0, 23, "hour from which no message is sent, until quiet_until") \
	INT(quiet_until, 8, 0, 23, \
	    "hour from which they are; the same as quiet_from: no quiet hours") \
	STR(platform_base, "", "address of the destination `exchange`, overriding its row") \
	STR(platform_app_id, "zyz", "X-App-Id of exchange/1") \
	STR(platform_secret_file, "", "file with the secret of exchange/1") \
	STR(ca_file, "", "CA certificates for outgoing calls; empty: the system's") \
	INT(http_timeout, 20, 1, 120, "seconds for one outgoing call") \
	INT(post_batch, 100, 1, 100, "items in one call of the poster") \
	INT(post_idle_ms, 2000, 50, 60000, "pause of the poster between two looks") \
	INT(post_parallel, 4, 1, 32, "calls of the poster under way at once for a destination") \
	INT(post_lease, 120, 2, 3600, \
	    "seconds until what a poster took and did not settle is free again") \
	INT(post_backoff_ms, 2000, 10, 60000, \
	    "first pause after a failed try; doubled, up to 15 minutes") \
	INT(post_open_ms, 30000, 10, 600000, \
	    "first pause of a destination that fails; doubled, up to 10 minutes") \
	INT(post_alarm_hours, 48, 1, 2400, "age of a waiting row that raises the alarm") \
	INT(seal_batch, 1000, 1, 5000, "events sealed in one transaction") \
	INT(seal_idle_ms, 1000, 20, 60000, "pause of the sealer between two looks") \
	INT(seal_head, 60, 1, 3600, "seconds between two signed heads of the ledger, at least") \
	INT(seal_repeat, 3600, 1, 7200, "seconds until a head is signed again without news") \
	INT(notice_days, 3, 0, 30, "working days of public notice 公示") \
	INT(record_days, 10, 1, 60, "working days to enter a record (令67 art. 11)") \
	INT(day_soft_minutes, 480, 60, 1440, "minutes a day that count of themselves") \
	INT(day_hard_minutes, 720, 60, 1440, "minutes a day that a second approval may allow") \
	INT(qualify_months, 24, 1, 120, "months a training qualification holds") \
	INT(verify_minute, 300, 10, 100000, \
	    "certificates looked up in a minute from one address, a school's or a CDN's") \
	STR(star_hours, "100,300,600,1000,1500", "hours of one to five stars") \
	INT(guardian_age, 18, 14, 18, "below this age a guardian's consent is needed") \
	INT(min_age, 6, 0, 18, "below this age nobody is registered") \
	STR(hotline, "也可以拨打 12345 政务服务便民热线，或向当地社会工作部门、民政部门反映。", \
	    "where else people may complain 投诉渠道, as the page of feedback says it")

#define CONFIG_STR(name, def, meaning)           const char *name;
#define CONFIG_INT(name, def, min, max, meaning) int64_t name;
struct config {
	SETTINGS(CONFIG_STR, CONFIG_INT)
};
#undef CONFIG_STR
#undef CONFIG_INT

extern struct config cfg;

void config_load(void); /* exits with a message when a setting is wrong */
/* Where documents lie. */
const char *config_documents(void);
/* Whether document_dir is the store that it should be, and no empty place where one was to be
 * mounted; true where there is none. */
bool config_store_there(void);
void config_print(void); /* name, value, default, range and meaning of each, to stdout */
/* Whether a setting has that name, in any letters. */
bool config_known(const char *name);

#endif
