"""What the made-up lessons are put together from: plain sentences with gaps."""

PEOPLE = ("bác Tư", "cô Hạnh", "anh Nam", "chị Lan", "ông Bảy", "bà Sáu", "em Minh", "chú Dũng")
APPS = ("Thư viện số", "Sổ tay gia đình", "Lịch hẹn", "Bản đồ xã", "Sổ khám bệnh", "Chợ làng")
THINGS = ("đơn xin cấp lại thẻ", "ảnh chụp giấy tờ", "danh bạ điện thoại", "hóa đơn tiền điện")
PLACES = ("ở nhà", "tại nhà văn hóa", "ở thư viện xã", "tại quầy hướng dẫn", "trong lớp học")

SECTIONS = (
    "Vì sao việc này có ích",
    "Chuẩn bị trước khi làm",
    "Làm từng bước trên điện thoại",
    "Khi gặp trục trặc",
    "Giữ thông tin của bạn an toàn",
)

SENTENCES = (
    "Sáng nay {person} mở ứng dụng **{app}** để gửi {thing}.",
    "Việc này trước kia mất cả buổi, nay chỉ cần vài phút {place}.",
    "Bạn không cần nhớ mọi thứ, chỉ cần làm chậm và đọc kỹ từng màn hình.",
    "Nếu chữ quá nhỏ, hãy vào **Cài đặt** rồi tăng cỡ chữ cho dễ đọc.",
    "Hãy kiểm tra pin và mạng trước, vì mất mạng giữa chừng dễ làm bạn sốt ruột.",
    "Khi màn hình hỏi quyền truy cập, hãy chọn *Chỉ khi dùng ứng dụng*.",
    "{Person} thường ghi lại số hồ sơ vào sổ tay để lần sau tra cho nhanh.",
    "Nút **Tiếp tục** nằm ở cuối trang, bạn kéo xuống là thấy.",
    "Đừng đưa mã xác nhận cho ai, kể cả người tự xưng là nhân viên hỗ trợ.",
    "Mỗi lần gửi xong, ứng dụng báo một dòng chữ và một mã số.",
    "Hãy chụp lại màn hình ấy, đó là bằng chứng rằng bạn đã gửi.",
    "Nếu tên trên giấy tờ khác tên trong ứng dụng, bạn nên hỏi lại trước khi gửi.",
    "{Person} từng gõ nhầm một chữ số nên phải làm lại từ đầu.",
    "Từ đó, {person} đọc to từng số cho người bên cạnh nghe lại.",
    "Bạn có thể dừng bất cứ lúc nào, phần đã điền vẫn còn trong mục **Bản nháp**.",
    "Mật khẩu nên là một câu dài mà chỉ bạn mới nghĩ ra.",
    "Ảnh chụp cần đủ sáng, đủ bốn góc và không bị lóa đèn.",
    "Thấy màn hình lạ, bạn cứ đóng ứng dụng rồi mở lại từ biểu tượng quen thuộc.",
    "Con cháu có thể ngồi cạnh chỉ dẫn, nhưng bạn hãy tự tay bấm.",
    "Cán bộ {place} sẵn lòng giúp, bạn chỉ cần nói mình đang ở bước nào.",
    "Ứng dụng **{app}** không thu phí, nên ai đòi tiền đều đáng ngờ.",
    "Thông báo thật nằm trong ứng dụng, không nằm trong tin nhắn lạ.",
    "Sau ba ngày làm việc, kết quả hiện ở mục **Hồ sơ của tôi**.",
    "Hãy thử với một việc nhỏ trước, quen tay rồi làm việc lớn.",
)

QUESTIONS = (
    """:::{{choice}} {Person} nhận tin nhắn đòi phí để nhận kết quả. {Person} nên làm gì?
:id: tin-nhan-phi
:objective: thuc-hien
:hint: Kết quả thật nằm ở đâu?

- [ ] Trả phí ngay cho xong việc
  > Ứng dụng không thu phí. Tiền trả rồi khó lấy lại.
- [x] Mở ứng dụng và xem mục hồ sơ
  > Đúng. Thông báo thật nằm trong ứng dụng.
- [ ] Gọi vào số trong tin nhắn ấy
  > Số ấy do người gửi đưa ra, chưa chắc là thật.
:::""",
    """:::{{choice}} Những việc nào cần làm trước khi gửi {thing}?
:id: truoc-khi-gui
:objective: thuc-hien

- [x] Đọc lại tên và số
  > Đúng. Sai một số là phải làm lại.
- [x] Kiểm tra ảnh đủ bốn góc
  > Đúng. Ảnh thiếu góc sẽ bị trả lại.
- [ ] Gửi mã xác nhận cho bạn bè
  > Mã xác nhận chỉ để bạn tự nhập.
:::""",
    """:::{{truefalse}} Phần đã điền vẫn còn khi bạn đóng ứng dụng giữa chừng.
:id: ban-nhap
:objective: thuc-hien
:answer: true

> true: Đúng. Mục **Bản nháp** giữ lại phần bạn đã điền.
> false: Bạn yên tâm. Mục **Bản nháp** giữ lại phần đã điền.
:::""",
    """:::{{text}} Mục nào cho bạn xem kết quả? Hãy ghi tên mục ấy.
:id: ten-muc
:objective: giai-thich
:match: fold

= Hồ sơ của tôi | mục Hồ sơ của tôi
> Đúng. Kết quả hiện ở mục này.
:::""",
    """:::{{number}} Kết quả có sau mấy ngày làm việc?
:id: may-ngay
:objective: giai-thich

= 3 ± 0
> Đúng. Ba ngày làm việc là hạn của ứng dụng.
:::""",
)
