//! Every error as one plain sentence: what happened, what to do next.

use crate::error::Error;

impl Error {
    /// The sentence that a face shows unchanged.
    pub fn sentence(&self) -> String {
        match self {
            Self::Problems(problems) => match problems.as_slice() {
                [only] => only.message.clone(),
                many => format!("有{}处还不能保存，请按提示逐处修改。", many.len()),
            },
            Self::WrongPassword => "密码不对，请重新输入；忘记密码可用恢复码打开。".into(),
            Self::WeakPassword => "密码太短，请至少用8个字符。".into(),
            Self::KeySlots(_) => "钥匙文件损坏或被改动，请用备份中的 station.keys 恢复后再打开。".into(),
            Self::Damaged => "数据文件有损坏，请停止使用，从备份中恢复后再打开。".into(),
            Self::Dangling(_) => "所选的内容有一项已不存在，请刷新后重新选择。".into(),
            Self::Newer { .. } => "这份数据由更新版本的程序建立，请先升级程序再打开，数据没有改动。".into(),
            Self::NothingToUndo => "没有可以撤销的操作，数据没有改动。".into(),
            Self::NothingToRedo => "没有可以重做的操作，数据没有改动。".into(),
            Self::ChangedSince(label) => format!("“{label}”之后又有改动用到了它，不能直接撤销，请先处理后来的改动。"),
            Self::OlderThanSchema => "这项操作是程序升级以前做的，不能撤销，请直接改正相应的记录。".into(),
            Self::Copy(_) => "升级数据以前要先做一份备份，但没有做成，数据没有改动；请检查磁盘空间后重新打开。".into(),
            Self::Missing(what) => format!("找不到这条{what}，可能已被撤销，请刷新后再看。"),
            Self::FileDamaged => "这个附件的文件有损坏或被改动，打不开，请从备份中找回。".into(),
            Self::TooLarge(name) => format!("“{name}”超过50兆，不能作为附件，请压缩或拆开后再添加。"),
            Self::NoPhoto(name) => {
                format!("“{name}”不能作为照片打开，请换成 JPG、PNG、WebP 或 BMP 格式的照片再添加。")
            }
            Self::Cancelled => "已取消，数据没有改动。".into(),
            Self::BadRow { .. } => "有一条记录读不出来，请运行“检查”并把结果交给维护人员。".into(),
            Self::BadAsset(_) => "程序自带的文件损坏，请重新安装程序。".into(),
            Self::Sql(_) => "数据文件读写失败，请检查磁盘空间后重试；若仍失败，请运行“检查”。".into(),
        }
    }

    /// What was wrong field by field, when that is what went wrong.
    pub fn problems(&self) -> &[crate::error::Problem] {
        match self {
            Self::Problems(problems) => problems,
            _ => &[],
        }
    }
}
