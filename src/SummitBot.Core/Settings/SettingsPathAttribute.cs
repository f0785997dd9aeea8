namespace SummitBot.Core.Settings;

/// <summary>The setting names files or folders: relative ones start at <see cref="SettingsFolder"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingsPathAttribute : Attribute;
